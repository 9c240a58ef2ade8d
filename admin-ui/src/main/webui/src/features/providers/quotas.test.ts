import { expect, it } from "vitest";
import type { ProviderQuota } from "@/lib/api/types";
import { currencyOf, usedOf, usedShare } from "./quotas";

const quota = (change: Partial<ProviderQuota>) =>
  ({
    unlimited: false,
    entitlement: "300",
    remaining: "75",
    unit: "requests",
    ...change,
  }) as ProviderQuota;

it("tells the used share of what may be used", () => {
  expect(usedShare(quota({}))).toBe(0.75);
  expect(usedOf(quota({}))).toBe("225.000000000");
  expect(usedShare(quota({ remaining: "-10" }))).toBe(1);
});

it("knows no share where something is not told, or there is no end to it", () => {
  expect(usedShare(quota({ remaining: null }))).toBeNull();
  expect(usedShare(quota({ entitlement: null }))).toBeNull();
  expect(usedShare(quota({ unlimited: true }))).toBeNull();
  expect(usedShare(quota({ entitlement: "0", remaining: "0" }))).toBeNull();
});

it("takes three capitals for a currency", () => {
  expect(currencyOf(quota({ unit: "USD" }))).toBe("USD");
  expect(currencyOf(quota({ unit: "ai_credits" }))).toBeUndefined();
});
