import type { PriceOverride, Reprice, SetPrice } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { toWallClock } from "@/lib/time";
import { CLASSES } from "./classes";

/** Where an override is in its life. */
export type OverrideState = "scheduled" | "in_force" | "expired";

export function stateOf(
  { valid_from, valid_until }: Pick<PriceOverride, "valid_from" | "valid_until">,
  now: number,
): OverrideState {
  if (Date.parse(valid_from) > now) {
    return "scheduled";
  }
  return valid_until !== null && Date.parse(valid_until) <= now ? "expired" : "in_force";
}

/**
 * @param before what it takes the place of. Its times are sent as they were where nobody changed them: the fields know
 * minutes only.
 */
export function setPriceOf(element: HTMLFormElement, before?: PriceOverride): SetPrice {
  const form = readForm(element);
  const instant = (name: "valid_from" | "valid_until") => {
    const known = before?.[name];
    const untouched = known != null && form.text(name) === toWallClock(Date.parse(known));
    return untouched ? known : form.instant(name);
  };
  return {
    provider: form.required("provider"),
    model: form.required("model"),
    service_tier: form.text("service_tier"),
    prices: Object.fromEntries(
      CLASSES.flatMap((one) => {
        const price = form.text(one);
        return price === undefined ? [] : [[one, price]];
      }),
    ),
    valid_from: instant("valid_from"),
    valid_until: instant("valid_until"),
    note: form.text("note"),
  };
}

/** What is priced again, as a dry run; nothing is changed by it. */
export function dryRunOf(element: HTMLFormElement): Reprice {
  const form = readForm(element);
  return {
    from: form.instant("from") ?? "",
    to: form.instant("to") ?? "",
    provider: form.text("provider"),
    model: form.text("model"),
    dry_run: true,
  };
}

/** The first of this month in the browser's zone, as a field takes it. */
export function beginOfMonth(now: number): string {
  const date = new Date(now);
  return toWallClock(new Date(date.getFullYear(), date.getMonth(), 1).getTime());
}
