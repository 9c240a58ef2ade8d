import type { KeyState, RevocationState } from "@/lib/api/types";

const WATCHED = 1_000;
const WAITING = 5_000;

/** States in which a revocation has begun, so that there is one to be found again. */
const BEGUN: KeyState[] = ["draining", "revoking", "stuck", "awaiting_manual", "revoked"];

export function hasRevocation(state: KeyState): boolean {
  return BEGUN.includes(state);
}

/** Often while it moves, seldom while it waits for somebody or something, no more once it is over. */
export function pollOf(revocation: { state: RevocationState | null } | undefined): number | false {
  switch (revocation?.state) {
    case "running":
      return WATCHED;
    case "stuck":
    case "awaiting_manual":
      return WAITING;
    default:
      return false;
  }
}
