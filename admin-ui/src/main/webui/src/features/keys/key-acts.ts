import type { KeyState } from "@/lib/api/types";

export type KeyAct = "disable" | "enable" | "retire";

const POSSIBLE_FROM: Record<KeyAct, KeyState[]> = {
  disable: ["active"],
  enable: ["disabled", "retired"],
  retire: ["active", "disabled"],
};

/** What can be offered in a state; the service decides anyway. */
export function actsOn(state: KeyState): KeyAct[] {
  const acts: KeyAct[] = ["disable", "enable", "retire"];
  return acts.filter((act) => POSSIBLE_FROM[act].includes(state));
}
