import { expect, it } from "vitest";
import type { Reconciliation } from "@/lib/api/types";
import { totalsOf } from "./totals";

const account = (change: Partial<Reconciliation>): Reconciliation => ({
  account_id: "a",
  account_name: null,
  provider: "anthropic",
  from: null,
  to: null,
  gateway_cost: null,
  gateway_as_of: null,
  unknown_cost_requests: 0,
  provider_cost: null,
  provider_as_of: null,
  drift: null,
  coverage: null,
  complete: true,
  other_currencies: [],
  converted: [],
  provider_status: null,
  provider_message: null,
  ...change,
});

it("compares only accounts that have both figures, and tells the oldest age", () => {
  const totals = totalsOf([
    account({
      gateway_cost: "9",
      provider_cost: "10",
      provider_as_of: "2026-11-20T00:00:00Z",
      unknown_cost_requests: 3,
    }),
    account({ gateway_cost: "5", complete: false, unknown_cost_requests: 4 }),
    account({ provider_cost: "1", provider_as_of: "2026-11-19T00:00:00Z" }),
  ]);

  expect(totals).toMatchObject({
    compared: "9.000000000",
    provider: "11.000000000",
    drift: "-1.000000000",
    unpriced: 3,
    coverage: 0.9,
    providerAsOf: "2026-11-19T00:00:00Z",
    complete: false,
  });
});

it("knows nothing where there is nothing, instead of zero", () => {
  expect(totalsOf([account({})])).toMatchObject({
    compared: null,
    provider: null,
    drift: null,
    coverage: null,
  });
});
