import { localDate, midnight } from "./zone";

export const RANGES = ["1D", "7D", "30D", "90D"] as const;
export type RangeName = (typeof RANGES)[number];
/** `20261101T0000Z-20261108T1430Z`: the same time for whoever the link is sent to. */
export type CustomRange = `${string}Z-${string}Z`;
export type RangeChoice = RangeName | CustomRange;
export type Granularity = "quarter_hour" | "hour" | "day";

/** Half-open: `from` belongs to it, `to` does not. */
export interface Range {
  from: string;
  to: string;
  zone: string;
  granularity: Granularity;
}

export interface Span {
  from: number;
  to: number;
}

const QUARTER = 15 * 60_000;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const DAYS: Record<RangeName, number> = { "1D": 1, "7D": 7, "30D": 30, "90D": 90 };

/** As far as the services go at a time. */
export const LONGEST = 400 * DAY;
/** A chart stays readable: up to 192 quarters of an hour, up to 336 hours, days beyond. */
const LONGEST_IN_QUARTERS = 2 * DAY;
const LONGEST_IN_HOURS = 14 * DAY;

/** What the URL says, if it says something that can be shown. */
export function readRange(value: unknown): RangeChoice | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  const span = spanOf(value);
  return RANGES.find((range) => range === value) ?? (span && customRange(span));
}

export function isNamed(choice: RangeChoice): choice is RangeName {
  return RANGES.some((range) => range === choice);
}

/** Widened to whole quarters of an hour, which is how figures are kept. */
export function customRange({ from, to }: Span): CustomRange {
  const begin = Math.floor(from / QUARTER) * QUARTER;
  const end = Math.max(Math.ceil(to / QUARTER) * QUARTER, begin + QUARTER);
  return `${compact(begin)}-${compact(end)}`;
}

/** Of a custom range; undefined for everything else. */
export function spanOf(choice: string): Span | undefined {
  const [from = NaN, to = NaN] = choice.split("-").map(instantOf);
  return from < to && to - from <= LONGEST ? { from, to } : undefined;
}

/**
 * A named one ends at the next full step, so that the running one is included and the same question is asked
 * until the step is over. Ranges in days are calendar days of the zone, whatever their length.
 */
export function resolveRange(choice: RangeChoice, now: number, zone: string): Range {
  if (!isNamed(choice)) {
    const { from, to } = spanOf(choice) ?? { from: now - DAY, to: now };
    return between(from, to, zone, granularityOf(to - from));
  }
  if (choice === "1D" || choice === "7D") {
    const step = choice === "1D" ? QUARTER : HOUR;
    const to = Math.ceil(now / step) * step;
    return between(to - DAYS[choice] * DAY, to, zone, choice === "1D" ? "quarter_hour" : "hour");
  }
  const today = localDate(now, zone);
  const from = midnight({ ...today, day: today.day - DAYS[choice] + 1 }, zone);
  const to = midnight({ ...today, day: today.day + 1 }, zone);
  return between(from, to, zone, "day");
}

function granularityOf(length: number): Granularity {
  if (length <= LONGEST_IN_QUARTERS) {
    return "quarter_hour";
  }
  return length <= LONGEST_IN_HOURS ? "hour" : "day";
}

function between(from: number, to: number, zone: string, granularity: Granularity): Range {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    zone,
    granularity,
  };
}

function compact(instant: number): `${string}Z` {
  const [date = "", time = ""] = new Date(instant).toISOString().split("T");
  return `${date.replaceAll("-", "")}T${time.slice(0, 5).replace(":", "")}Z`;
}

function instantOf(text: string): number {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z$/.exec(text);
  if (!parts) {
    return NaN;
  }
  const [, year, month, day, hour, minute] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
}

/** Milliseconds until a resolved range moves on. */
export function untilNextStep(now: number): number {
  return QUARTER - (now % QUARTER);
}
