import type { BulkRevocation, Key, Revocation, RevocationStep } from "../src/lib/api/types.ts";
import { keys } from "./mock-data.ts";

const STEP = 1_500;
const STEPS: [step: RevocationStep["step"], title: string, detail: string][] = [
  ["exists", "Find the key", "It is in the pool."],
  ["status", "Check the key at the provider", "It is active there."],
  ["drain", "Let requests that are under way finish", "The last one ended 5 s ago."],
  ["notify", "Take it from its leases", "3 nodes get another key with their next request."],
  ["revoke", "Revoke it at the provider", "Bound to apikey_01Rj2N8SVvo6BePZj99NhmiT."],
  ["confirm", "Confirm that the provider refuses it", "Asked until it says invalid."],
  ["destroy", "Destroy all versions in the secret store", "leasehold/acme/keys"],
];
const STUCK_AT = 5;
const DRAINING_AT = 2;

const started = new Map<string, number>();

export function planOf(id: string): Revocation {
  return { ...blank(id), state: "planned", steps: stepsAt(() => "planned") };
}

export function revoke(id: string): Revocation | undefined {
  started.set(id, Date.now());
  return progressOf(id);
}

export function cancel(id: string): Revocation | undefined {
  const key = keys.find((one) => one.id === id);
  if (key) {
    started.delete(id);
    key.state = "active";
  }
  return key && { ...blank(id), id: `revocation-${id}`, state: "cancelled" };
}

/** One step each second and a half; keys that were stuck from the start stay so. */
export function progressOf(id: string): Revocation | undefined {
  const key = keys.find((one) => one.id === id);
  const since = started.get(id);
  if (!key) {
    return undefined;
  }
  if (since === undefined) {
    return {
      ...blank(id),
      id: `revocation-${id}`,
      state: key.state === "awaiting_manual" ? "awaiting_manual" : "stuck",
      outcome: key.state === "awaiting_manual" ? "awaiting_manual" : "provider_unreachable",
      retryable: key.state !== "awaiting_manual",
      steps: stepsAt((at) => (at < STUCK_AT ? "done" : at === STUCK_AT ? "failed" : "pending")),
      attempts: 4,
      next_retry_at: new Date(Date.now() + 400_000).toISOString(),
      reason: key.reason,
    };
  }
  const reached = Math.floor((Date.now() - since) / STEP);
  const over = reached >= STEPS.length;
  key.state = over ? "revoked" : reached > DRAINING_AT ? "revoking" : "draining";
  return {
    ...blank(id),
    id: `revocation-${id}`,
    state: over ? "revoked" : "running",
    outcome: over ? "revoked" : null,
    drains_until:
      reached === DRAINING_AT ? new Date(since + (DRAINING_AT + 1) * STEP).toISOString() : null,
    steps: stepsAt((at) => (at < reached ? "done" : at === reached ? "running" : "pending")),
  };
}

function blank(key_id: string): Revocation {
  return {
    id: null,
    key_id,
    key_name: keys.find(({ id }) => id === key_id)?.name ?? key_id,
    state: "planned",
    outcome: null,
    retryable: null,
    forced: false,
    drains_until: null,
    steps: [],
    leases_affected: 3,
    attempts: 0,
    next_retry_at: null,
    reason: null,
    started_at: null,
    finished_at: null,
  };
}

function stepsAt(stateOf: (at: number) => RevocationStep["state"]): RevocationStep[] {
  return STEPS.map(([step, title, detail], at) => ({
    step,
    title,
    detail,
    state: stateOf(at),
    at: null,
  }));
}

export const revokeThese = (chosen: Key[], dryRun: boolean): BulkRevocation[] =>
  chosen.map(({ id, name, state, reason }) => {
    const refused = state === "revoked" || state === "retired";
    if (!dryRun && !refused) {
      revoke(id);
    }
    return {
      id,
      name,
      state: refused ? null : dryRun ? "planned" : "running",
      outcome: null,
      leases_affected: refused ? 0 : 3,
      reason: refused ? `Key '${name}' is ${state}.` : reason,
    };
  });
