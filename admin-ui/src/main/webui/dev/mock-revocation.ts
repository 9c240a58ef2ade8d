import type { Revocation, RevocationStep } from "../src/lib/api/types.ts";
import { keys } from "./mock-data.ts";

const STEP = 1_500;
const STEPS: [step: string, title: string, detail: string][] = [
  ["status", "Check the key at the provider", "It is active there."],
  ["drain", "Take it from its leases", "3 nodes get another key with their next request."],
  ["revoke", "Revoke it at the provider", "Bound to apikey_01Rj2N8SVvo6BePZj99NhmiT."],
  ["confirm", "Confirm that the provider refuses it", "Asked until it says invalid."],
  ["destroy", "Destroy all versions in the secret store", "leasehold/acme/keys"],
];

const started = new Map<string, number>();

export function planOf(id: string): Revocation {
  return { key_id: id, leases_affected: 3, steps: stepsAt(() => "planned") };
}

export function revoke(id: string): Revocation | undefined {
  started.set(id, Date.now());
  return progressOf(id);
}

/** One step each second and a half; keys that were stuck from the start stay so. */
export function progressOf(id: string): Revocation | undefined {
  const key = keys.find((one) => one.id === id);
  const since = started.get(id);
  if (!key) {
    return undefined;
  }
  if (since === undefined) {
    const stuck = key.state === "stuck";
    return {
      key_id: id,
      steps: stepsAt((at) => (at < 3 ? "done" : stuck && at === 3 ? "failed" : "pending")),
      attempts: 4,
      next_retry_at: stuck ? new Date(Date.now() + 400_000).toISOString() : null,
      reason: key.reason,
    };
  }
  const reached = Math.floor((Date.now() - since) / STEP);
  key.state = reached >= STEPS.length ? "revoked" : reached > 1 ? "revoking" : "draining";
  return {
    key_id: id,
    steps: stepsAt((at) => (at < reached ? "done" : at === reached ? "running" : "pending")),
    attempts: 1,
    next_retry_at: null,
  };
}

function stepsAt(stateOf: (at: number) => RevocationStep["state"]): RevocationStep[] {
  return STEPS.map(([step, title, detail], at) => ({ step, title, detail, state: stateOf(at) }));
}
