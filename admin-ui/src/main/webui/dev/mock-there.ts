import type {
  DirectUse,
  KeyAtProvider,
  KeyEnforcement,
  ProviderGroup,
} from "../src/lib/api/types.ts";
import type { MockRequest } from "./mock-answers.ts";
import { ago } from "./mock-data.ts";

export const groups: ProviderGroup[] = [
  { id: "ws_1", name: "production", active: true },
  { id: "ws_2", name: "experiments", active: true },
];

export const spendThere: KeyAtProvider = {
  limit: "50.000000000",
  limit_remaining: "31.250000000",
  limit_reset: "monthly",
  usage: "412.750000000",
  usage_daily: "3.125000000",
  usage_monthly: "18.750000000",
  expires_at: null,
};

export function limitThere({ amount = null, reset = null }: MockRequest["body"]) {
  return Object.assign(spendThere, {
    limit: amount,
    limit_remaining: amount,
    limit_reset: reset,
  });
}

/** Nodes have the fifth key, read an hour ago, and the tenth, which is nearly at its limit. */
export function directUse(id: string): DirectUse {
  const none: DirectUse = {
    as_of: null,
    provenance: null,
    per_hour: null,
    stopped_at: null,
    stopped_by: null,
    exposed: false,
    items: [],
    now: ago(0),
  };
  if (id !== "key-4" && id !== "key-9") {
    return none;
  }
  return {
    ...none,
    as_of: ago(60),
    provenance: "provider",
    per_hour: id === "key-9" ? "3.1" : "0.75",
    stopped_at: id === "key-9" ? ago(20) : null,
    stopped_by: id === "key-9" ? "day" : null,
    exposed: true,
    items: [
      {
        period: "day",
        since: ago(600),
        window_end: ago(-840),
        limit: "10",
        reported: "6.5",
        projected: id === "key-9" ? "9.6" : "7.25",
      },
    ],
  };
}

export function enforcement(): KeyEnforcement {
  return {
    limit: { amount: "10", reset: "daily", set_at: ago(600), message: null, next_try_at: null },
    stop: null,
  };
}
