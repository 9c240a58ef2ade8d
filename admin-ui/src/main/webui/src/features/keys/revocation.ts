import type { KeyState, Revocation } from "@/lib/api/types";

const WATCHED = 1_000;
const WAITING = 5_000;

/** States in which a revocation has begun, so that there is one to be found again. */
const BEGUN: KeyState[] = ["draining", "revoking", "stuck", "awaiting_manual", "revoked"];

export function hasRevocation(state: KeyState): boolean {
  return BEGUN.includes(state);
}

export function isOver({ steps }: Revocation): boolean {
  return steps.every(({ state }) => state === "done" || state === "skipped");
}

/** Often while it moves, seldom while it waits for its next try, no more once it is over. */
export function pollOf(revocation: Revocation | undefined): number | false {
  if (!revocation || isOver(revocation)) {
    return false;
  }
  return revocation.next_retry_at ? WAITING : WATCHED;
}
