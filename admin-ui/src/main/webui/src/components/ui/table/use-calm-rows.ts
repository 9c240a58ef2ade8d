import { useState } from "react";

/**
 * Rows that stay where they are while the pointer is over them: what came meanwhile waits and is
 * counted. A row's own figures still move.
 */
export function useCalmRows<T>(rows: T[], idOf: (row: T) => string) {
  const [held, setHeld] = useState<string[] | null>(null);
  if (held === null) {
    return { rows, waiting: 0, hold: () => setHeld(rows.map(idOf)), release: () => undefined };
  }
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const kept = held.flatMap((id) => byId.get(id) ?? []);
  return {
    rows: kept,
    waiting: rows.length - kept.length,
    hold: () => undefined,
    release: () => setHeld(null),
  };
}
