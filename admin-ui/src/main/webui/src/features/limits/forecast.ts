import type { Window } from "@/lib/api/types";
import { toNanos } from "@/lib/money";

/** How a limit will fare if as much is spent as until now. */
export type Forecast =
  /** It is reached at that instant, before its period is over. */
  | { kind: "hit"; at: number }
  | { kind: "reached" }
  /** Its period is over first. */
  | { kind: "lasts" }
  /** There is no limit, or no end that it has to last until. */
  | { kind: "unknown" };

export function forecastOf({ remaining, window_end, exhausted_at }: Window): Forecast {
  if (remaining === null) {
    return { kind: "unknown" };
  }
  if (toNanos(remaining) <= 0n) {
    return { kind: "reached" };
  }
  if (exhausted_at !== null) {
    return { kind: "hit", at: Date.parse(exhausted_at) };
  }
  return { kind: window_end === null ? "unknown" : "lasts" };
}

/** What may be spent in a window, raises included; null without a limit. */
export function allowanceOf({ limit, raised }: Window): bigint | null {
  return limit === null ? null : toNanos(limit) + toNanos(raised);
}

/** How much of its limit is gone, from 0 on; what is held counts, as it can't be spent by others. */
export function usedShareOf(window: Window): number {
  const allowance = allowanceOf(window);
  if (allowance === null || allowance <= 0n) {
    return allowance === null ? 0 : 1;
  }
  const gone = toNanos(window.spent) + toNanos(window.presumed) + toNanos(window.held);
  return Number((gone * 10_000n) / allowance) / 10_000;
}
