export interface LocalDate {
  year: number;
  month: number;
  day: number;
}

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The calendar day that an instant falls on in a zone. */
export function localDate(instant: number, zone: string): LocalDate {
  const { year, month, day } = wallClock(instant, zone);
  return { year, month, day };
}

/**
 * The instant at which a calendar day begins in a zone; days beyond the month's end roll over.
 * The offset is looked up twice, since the first guess may lie on the other side of a clock change.
 */
export function midnight({ year, month, day }: LocalDate, zone: string): number {
  const asIfUtc = Date.UTC(year, month - 1, day);
  const guess = asIfUtc - offsetAt(asIfUtc, zone);
  return asIfUtc - offsetAt(guess, zone);
}

/** Hours since midnight in a zone, with their fraction. */
export function hourOf(instant: string, zone: string): number {
  const { hour, minute } = wallClock(Date.parse(instant), zone);
  return hour + minute / 60;
}

function offsetAt(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** Making a formatter costs far more than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, made);
  return made;
}

function wallClock(instant: number, zone: string) {
  const parts = clockOf(zone).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: value("year"),
    month: value("month"),
    day: value("day"),
    hour: value("hour"),
    minute: value("minute"),
    second: value("second"),
  };
}
