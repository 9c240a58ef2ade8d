import type { Reconciliation } from "@/lib/api/types";
import { fromNanos, sumOf, toNanos, type Decimal } from "@/lib/money";

export interface CostTotals {
  provider: Decimal | null;
  /** What the gateway measured in the time that was billed, of accounts that have both figures. */
  compared: Decimal | null;
  drift: Decimal | null;
  /** Requests that `compared` and `drift` leave out, because nobody knows what they cost. */
  unpriced: number;
  coverage: number | null;
  providerAsOf: string | null;
  complete: boolean;
}

/** All accounts together; the age is that of the oldest figure. */
export function totalsOf(accounts: Reconciliation[]): CostTotals {
  const both = accounts.filter((one) => one.gateway_cost !== null && one.provider_cost !== null);
  const measured = sumOf(both.map((one) => one.gateway_cost));
  const billed = sumOf(both.map((one) => one.provider_cost));
  return {
    provider: sumOf(accounts.map((one) => one.provider_cost)),
    compared: measured,
    drift: measured && billed ? fromNanos(toNanos(measured) - toNanos(billed)) : null,
    unpriced: both.reduce((sum, one) => sum + one.unknown_cost_requests, 0),
    coverage:
      measured && billed && toNanos(billed) > 0n
        ? Number((toNanos(measured) * 10_000n) / toNanos(billed)) / 10_000
        : null,
    providerAsOf: oldest(accounts.map((one) => one.provider_as_of)),
    complete: accounts.every((one) => one.complete),
  };
}

function oldest(instants: (string | null)[]): string | null {
  return instants.filter((instant) => instant !== null).sort()[0] ?? null;
}
