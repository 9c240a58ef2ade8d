import { expect, it } from "vitest";
import type { AuditEntry } from "@/lib/api/types";
import { AUDIT_HEAD, auditRows } from "./audit-csv";

const ENTRY: AuditEntry = {
  id: "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11",
  seq: 42,
  at: "2026-11-21T10:00:00Z",
  actor: "ada",
  actor_id: "5b7a5c1e",
  action: "key.revoke",
  target_type: "key",
  target: "key-1",
  result: "success",
  source: null,
  details: { name: "production-1" },
  hash: "9f86",
};

it("writes an entry with every column in its place", () => {
  const [row = []] = auditRows([ENTRY]);

  expect(Object.fromEntries(AUDIT_HEAD.map((name, at) => [name, row[at]]))).toEqual({
    seq: 42,
    at: "2026-11-21T10:00:00Z",
    actor: "ada",
    actor_id: "5b7a5c1e",
    action: "key.revoke",
    target_type: "key",
    target: "key-1",
    result: "success",
    source: null,
    details: '{"name":"production-1"}',
    hash: "9f86",
  });
});
