import { expect, it } from "vitest";
import type { Revocation } from "@/lib/api/types";
import { hasRevocation, pollOf } from "./revocation";

const revocation = (state: Revocation["state"]): Revocation => ({
  id: "r",
  key_id: "k",
  key_name: "claude-prod",
  state,
  outcome: null,
  retryable: null,
  forced: false,
  drains_until: null,
  steps: [],
  leases_affected: 0,
  attempts: 0,
  next_retry_at: null,
  reason: null,
  started_at: null,
  finished_at: null,
});

it("is watched closely while it moves, patiently while it waits, no more when it is over", () => {
  expect(pollOf(revocation("running"))).toBe(1_000);
  expect(pollOf(revocation("stuck"))).toBe(5_000);
  expect(pollOf(revocation("awaiting_manual"))).toBe(5_000);
  expect(pollOf(revocation("revoked"))).toBe(false);
  expect(pollOf(undefined)).toBe(false);
});

it("can be found again at the key from its first step on", () => {
  expect(hasRevocation("active")).toBe(false);
  expect(hasRevocation("draining")).toBe(true);
  expect(hasRevocation("revoked")).toBe(true);
});
