import type { Reconciliation } from "@/lib/api/types";
import { fromNanos, sumOf, toNanos, type Decimal } from "@/lib/money";

export interface CostTotals {
  gateway: Decimal | null;
  provider: Decimal | null;
  /** Only of accounts that have both figures: the others have nothing to drift from. */
  drift: Decimal | null;
  coverage: number | null;
  gatewayAsOf: string | null;
  providerAsOf: string | null;
  complete: boolean;
}

/** All accounts together; the age is that of the oldest figure. */
export function totalsOf(accounts: Reconciliation[]): CostTotals {
  const both = accounts.filter((one) => one.gateway_cost !== null && one.provider_cost !== null);
  const measured = sumOf(both.map((one) => one.gateway_cost));
  const billed = sumOf(both.map((one) => one.provider_cost));
  return {
    gateway: sumOf(accounts.map((one) => one.gateway_cost)),
    provider: sumOf(accounts.map((one) => one.provider_cost)),
    drift: measured && billed ? fromNanos(toNanos(measured) - toNanos(billed)) : null,
    coverage:
      measured && billed && toNanos(billed) > 0n
        ? Number((toNanos(measured) * 10_000n) / toNanos(billed)) / 10_000
        : null,
    gatewayAsOf: oldest(accounts.map((one) => one.gateway_as_of)),
    providerAsOf: oldest(accounts.map((one) => one.provider_as_of)),
    complete: accounts.every((one) => one.complete),
  };
}

function oldest(instants: (string | null)[]): string | null {
  return instants.filter((instant) => instant !== null).sort()[0] ?? null;
}
