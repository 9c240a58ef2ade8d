import { expect, it } from "vitest";
import { formatSpan } from "./time";

const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
/** Intl puts thin and no-break spaces around the dash. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

it("names whole days of the zone by the last one that belongs to them", () => {
  const november = span("2026-10-31T23:00:00Z", "2026-11-07T23:00:00Z");

  expect(plain(formatSpan(november, "Europe/Berlin", "en-US"))).toBe("Nov 1 – 7, 2026");
});

it("tells the time of the day where it is part of the answer", () => {
  const afternoon = span("2026-11-01T12:00:00Z", "2026-11-01T14:30:00Z");

  expect(plain(formatSpan(afternoon, "UTC", "en-US"))).toBe("Nov 1, 12:00 – 14:30");
});
