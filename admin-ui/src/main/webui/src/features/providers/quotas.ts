import type { ProviderQuota } from "@/lib/api/types";
import { fromNanos, toNanos, type Decimal } from "@/lib/money";

const CURRENCY = /^[A-Z]{3}$/;

/** The currency that a quota is counted in; undefined where it counts something else. */
export function currencyOf({ unit }: Pick<ProviderQuota, "unit">): string | undefined {
  return CURRENCY.test(unit) ? unit : undefined;
}

/** A provider's own word, as people read it. */
export const spoken = (word: string) => word.replaceAll("_", " ");

/** What share of it was used, from 0 to 1; null where that is not known, or there is no end to it. */
export function usedShare({ unlimited, entitlement, remaining }: ProviderQuota): number | null {
  if (unlimited || entitlement === null || remaining === null) {
    return null;
  }
  const whole = toNanos(entitlement);
  if (whole <= 0n) {
    return null;
  }
  const share = Number(((whole - toNanos(remaining)) * 10_000n) / whole) / 10_000;
  return Math.min(1, Math.max(0, share));
}

/** What was used of it; null where that is not known. */
export function usedOf({ entitlement, remaining }: ProviderQuota): Decimal | null {
  return entitlement === null || remaining === null
    ? null
    : fromNanos(toNanos(entitlement) - toNanos(remaining));
}
