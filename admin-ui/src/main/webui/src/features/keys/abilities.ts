import type { Capability } from "@/lib/api/types";

/** What an account can be asked for, by name; empty while it is not known. */
export type Abilities = Partial<Record<Capability["capability"], Capability>>;

export function abilitiesOf(capabilities: Capability[] = []): Abilities {
  return Object.fromEntries(capabilities.map((one) => [one.capability, one]));
}
