import { localDate, midnight } from "./zone";

export const RANGES = ["1D", "7D", "30D", "90D"] as const;
export type RangeName = (typeof RANGES)[number];
export type Granularity = "quarter_hour" | "hour" | "day";

/** Half-open: `from` belongs to it, `to` does not. */
export interface Range {
  from: string;
  to: string;
  zone: string;
  granularity: Granularity;
}

const QUARTER = 15 * 60_000;
const HOUR = 60 * 60_000;
const DAYS: Record<RangeName, number> = { "1D": 1, "7D": 7, "30D": 30, "90D": 90 };

/** What the URL says, if it says something that is known. */
export function readRange(value: unknown): RangeName | undefined {
  return RANGES.find((range) => range === value);
}

/**
 * Ends at the next full step, so that the running one is included and the same question is asked
 * until the step is over. Ranges in days are calendar days of the zone, whatever their length.
 */
export function resolveRange(name: RangeName, now: number, zone: string): Range {
  if (name === "1D" || name === "7D") {
    const step = name === "1D" ? QUARTER : HOUR;
    const to = Math.ceil(now / step) * step;
    return between(to - DAYS[name] * 24 * HOUR, to, zone, name === "1D" ? "quarter_hour" : "hour");
  }
  const today = localDate(now, zone);
  const from = midnight({ ...today, day: today.day - DAYS[name] + 1 }, zone);
  const to = midnight({ ...today, day: today.day + 1 }, zone);
  return between(from, to, zone, "day");
}

function between(from: number, to: number, zone: string, granularity: Granularity): Range {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    zone,
    granularity,
  };
}

/** Milliseconds until a resolved range moves on. */
export function untilNextStep(now: number): number {
  return QUARTER - (now % QUARTER);
}
