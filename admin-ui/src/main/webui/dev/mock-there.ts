import type { KeyAtProvider, ProviderGroup } from "../src/lib/api/types.ts";
import type { MockRequest } from "./mock-answers.ts";

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
