import type { Key, KeyState } from "@/lib/api/types";

const ENDED: KeyState[] = ["revoked", "retired"];

/** Those that stand in the way of deleting their account, as they could still be used or have yet to be ended. */
export function liveKeys(keys: Key[]): Key[] {
  return keys.filter(({ state }) => !ENDED.includes(state));
}
