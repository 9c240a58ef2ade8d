import type { Window } from "@/lib/api/types";
import { toNanos } from "@/lib/money";

/** How a limit will fare if as much is spent as until now. */
export type Forecast =
  /** It is reached at that instant, before its period is over. */
  | { kind: "hit"; at: number }
  | { kind: "reached" }
  /** Its period is over first. */
  | { kind: "lasts" }
  /** There is no limit, or no beginning to count a pace from. */
  | { kind: "unknown" };

/** A window says when it began, so that its own pace so far is the one that is carried on. */
export function forecastOf(window: Window): Forecast {
  const { remaining, window_start, window_end, as_of, spent, presumed } = window;
  if (remaining === null) {
    return { kind: "unknown" };
  }
  if (toNanos(remaining) <= 0n) {
    return { kind: "reached" };
  }
  if (window_end === null) {
    return { kind: "unknown" };
  }
  const now = Date.parse(as_of);
  const elapsed = now - Date.parse(window_start);
  const used = Number(toNanos(spent) + toNanos(presumed));
  if (used <= 0 || elapsed <= 0) {
    return { kind: "lasts" };
  }
  const at = now + (Number(toNanos(remaining)) / used) * elapsed;
  return at < Date.parse(window_end) ? { kind: "hit", at } : { kind: "lasts" };
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

/** Those that will be hit first come first: reached, then by when, then by how much is gone. */
export function byUrgency(left: Window, right: Window): number {
  return rankOf(left) - rankOf(right) || usedShareOf(right) - usedShareOf(left);
}

function rankOf(window: Window): number {
  const forecast = forecastOf(window);
  switch (forecast.kind) {
    case "reached":
      return -1;
    case "hit":
      return forecast.at;
    default:
      return Number.MAX_SAFE_INTEGER;
  }
}
