import type { ReactNode } from "react";
import { Quantity } from "@/components/ui/figure";
import type { ScopeLimits } from "@/lib/api/types";
import { RATES, type Rate } from "../limits-form";

/** How fast something may be used: a fact for each rate that is limited. */
export function rateFacts(
  rates: ScopeLimits["rates"] | null | undefined,
  names: Record<Rate, string>,
): [string, ReactNode][] {
  return RATES.map((rate) => {
    const count = rates?.[rate];
    return [names[rate], count && <Quantity value={count} />];
  });
}
