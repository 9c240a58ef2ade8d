import { useState } from "react";

/**
 * Rows that stay where they are while the pointer is over them: what came before or between them
 * waits and is counted; what follows the last one moves nothing. A row's own figures still change.
 */
export function useCalmRows<T>(rows: T[], idOf: (row: T) => string) {
  const [held, setHeld] = useState<string[] | null>(null);
  if (held === null) {
    return { rows, waiting: 0, hold: () => setHeld(rows.map(idOf)), release: () => undefined };
  }
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const known = new Set(held);
  const kept = held.flatMap((id) => byId.get(id) ?? []);
  const following = rows.slice(rows.findLastIndex((row) => known.has(idOf(row))) + 1);
  const shown = [...kept, ...following];
  return {
    rows: shown,
    waiting: rows.length - shown.length,
    hold: () => undefined,
    release: () => setHeld(null),
  };
}
