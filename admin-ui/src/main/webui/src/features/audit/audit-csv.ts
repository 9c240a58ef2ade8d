import type { AuditEntry } from "@/lib/api/types";
import type { Cell } from "@/lib/csv";

/** Named as the service names them, so that exports can be laid side by side. */
export const AUDIT_HEAD = [
  "seq",
  "at",
  "actor",
  "actor_id",
  "action",
  "target_type",
  "target",
  "result",
  "source",
  "details",
  "hash",
];

export function auditRows(entries: AuditEntry[]): Cell[][] {
  return entries.map((entry) => [
    entry.seq,
    entry.at,
    entry.actor,
    entry.actor_id,
    entry.action,
    entry.target_type,
    entry.target,
    entry.result,
    entry.source,
    JSON.stringify(entry.details),
    entry.hash,
  ]);
}
