import { expect, it } from "vitest";
import type { Revocation, RevocationStep } from "@/lib/api/types";
import { isOver, pollOf } from "./revocation";

const revocation = (...states: RevocationStep["state"][]): Revocation => ({
  steps: states.map((state, at) => ({ step: `s${at}`, title: "", state })),
});

it("is watched closely while it moves, patiently while it waits, no more when it is over", () => {
  expect(pollOf(revocation("done", "running", "pending"))).toBe(1_000);
  expect(pollOf({ ...revocation("done", "failed"), next_retry_at: "2026-11-21T10:00:00Z" })).toBe(
    5_000,
  );
  expect(pollOf(revocation("done", "skipped"))).toBe(false);
});

it("is not over while a step has failed", () => {
  expect(isOver(revocation("done", "failed"))).toBe(false);
});
