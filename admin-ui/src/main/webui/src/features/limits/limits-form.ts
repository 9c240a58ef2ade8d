import type { AddRaise, SetLimits } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { readOne } from "@/lib/search";
import { ratioOf } from "./shares";

/** What limits can be set for; that of a lease is said by the lease itself. */
export const PERIODS = ["day", "month", "total"] as const;
export type LimitPeriod = (typeof PERIODS)[number];

/** How fast something may be used. */
export const RATES = ["requests_per_minute", "tokens_per_minute", "concurrent_requests"] as const;
export type Rate = (typeof RATES)[number];

/** All limits that shall hold, with the version that was read: what somebody changed meanwhile is not overwritten. */
export function setLimitsOf(element: HTMLFormElement, version: number): SetLimits {
  const form = readForm(element);
  const limits = PERIODS.flatMap((period) => {
    const amount = form.text(`amount_${period}`);
    const thresholds = form.list(`thresholds_${period}`) ?? [];
    return amount
      ? [{ period, amount, zone: form.text(`zone_${period}`), thresholds: thresholds.map(ratioOf) }]
      : [];
  });
  const rates = RATES.flatMap((rate) => {
    const count = form.text(rate);
    return count ? [[rate, Number(count)]] : [];
  });
  return { limits, rates: Object.fromEntries(rates) as SetLimits["rates"], version };
}

export function raiseOf(element: HTMLFormElement): AddRaise {
  const form = readForm(element);
  return {
    period: readOne(PERIODS, form.text("period")) ?? "day",
    amount: form.required("amount"),
    reason: form.required("reason"),
    approver: form.required("approver"),
    starts_at: form.instant("starts_at"),
    ends_at: form.instant("ends_at") ?? "",
  };
}
