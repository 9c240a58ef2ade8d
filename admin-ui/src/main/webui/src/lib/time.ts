import type { Granularity, Span } from "./range";
import { localDate, midnight } from "./zone";

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** `3 hours ago`, `in 2 days`; below a minute `now`. */
export function formatRelative(instant: string, now: number, locale: string): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const formatter = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) {
      return formatter.format(Math.trunc(seconds / size), unit);
    }
  }
  return formatter.format(0, "second");
}

/** With seconds and the name of the zone. */
export function formatAbsolute(instant: string, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "long",
    timeZone: zone,
  }).format(Date.parse(instant));
}

/** A step of a chart: a day, or a time of a day. */
export function formatStep(
  instant: string,
  granularity: Granularity,
  zone: string,
  locale: string,
): string {
  return format(instant, zone, locale, granularity === "day" ? DATE : { ...DATE, ...TIME });
}

/** As short as an axis needs it: hours of one day, days of more. */
export function formatTick(
  instant: string,
  granularity: Granularity,
  zone: string,
  locale: string,
): string {
  return format(instant, zone, locale, granularity === "quarter_hour" ? TIME : DATE);
}

/** `Nov 1 – 7, 2026` where whole days of the zone are meant; otherwise with the time of the day. */
export function formatSpan({ from, to }: Span, zone: string, locale: string): string {
  const isMidnight = (instant: number) => midnight(localDate(instant, zone), zone) === instant;
  const days = isMidnight(from) && isMidnight(to);
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    ...DATE,
    ...(days ? { year: "numeric" } : TIME),
  }).formatRange(from, days ? to - 1 : to);
}

/** As a `datetime-local` field takes it, in the browser's zone. */
export function toWallClock(instant: number): string {
  const offset = new Date(instant).getTimezoneOffset() * 60_000;
  return new Date(instant - offset).toISOString().slice(0, 16);
}

const DATE = { month: "short", day: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

function format(
  instant: string,
  timeZone: string,
  locale: string,
  parts: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...parts }).format(Date.parse(instant));
}
