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

/** A key that a node has, read an hour ago. */
export function directUse(): DirectUse {
  return {
    as_of: ago(60),
    provenance: "provider",
    per_hour: "0.75",
    stopped_at: null,
    stopped_by: null,
    exposed: true,
    items: [
      {
        period: "day",
        since: ago(600),
        window_end: ago(-840),
        limit: "10",
        reported: "6.5",
        projected: "7.25",
      },
    ],
    now: ago(0),
  };
}

export function enforcement(): KeyEnforcement {
  return {
    limit: { amount: "10", reset: "daily", set_at: ago(600), message: null, next_try_at: null },
    stop: null,
  };
}
