import { describe, expect, it } from "vitest";
import { customRange, readRange, resolveRange, spanOf, untilNextStep } from "./range";

const at = (iso: string) => Date.parse(iso);

describe("time range", () => {
  it("ends at the next quarter of an hour for a day", () => {
    expect(resolveRange("1D", at("2026-11-21T09:07:31Z"), "UTC")).toEqual({
      from: "2026-11-20T09:15:00.000Z",
      to: "2026-11-21T09:15:00.000Z",
      zone: "UTC",
      granularity: "quarter_hour",
    });
  });

  it("stays the same question until its step is over", () => {
    const early = resolveRange("7D", at("2026-11-21T09:00:01Z"), "UTC");
    const late = resolveRange("7D", at("2026-11-21T09:59:59Z"), "UTC");

    expect(late).toEqual(early);
    expect(late.granularity).toBe("hour");
  });

  it("counts calendar days of the zone, also over a clock change", () => {
    const range = resolveRange("30D", at("2026-11-10T12:00:00Z"), "Europe/Berlin");

    expect(range.from).toBe("2026-10-11T22:00:00.000Z");
    expect(range.to).toBe("2026-11-10T23:00:00.000Z");
    expect(range.granularity).toBe("day");
  });

  it("takes today from the zone and not from UTC", () => {
    const range = resolveRange("30D", at("2026-11-21T23:30:00Z"), "Asia/Kathmandu");

    expect(range.to).toBe("2026-11-22T18:15:00.000Z");
  });

  it("ignores what the URL says wrongly", () => {
    expect(readRange("7D")).toBe("7D");
    expect(readRange("8D")).toBeUndefined();
    expect(readRange(7)).toBeUndefined();
  });

  it("reads a custom range as the same instants everywhere, in whole quarters of an hour", () => {
    const choice = customRange({
      from: at("2026-11-01T00:07:00Z"),
      to: at("2026-11-08T14:20:00Z"),
    });

    expect(choice).toBe("20261101T0000Z-20261108T1430Z");
    expect(readRange(choice)).toBe(choice);
    expect(resolveRange(choice, at("2026-11-21T09:07:31Z"), "Europe/Berlin")).toEqual({
      from: "2026-11-01T00:00:00.000Z",
      to: "2026-11-08T14:30:00.000Z",
      zone: "Europe/Berlin",
      granularity: "hour",
    });
  });

  it("cuts a custom range no finer than a chart can show", () => {
    const granularity = (days: number) =>
      resolveRange(customRange({ from: 0, to: days * 86_400_000 }), 0, "UTC").granularity;

    expect([1, 2, 3, 14, 15, 400].map(granularity)).toEqual([
      "quarter_hour",
      "quarter_hour",
      "hour",
      "hour",
      "day",
      "day",
    ]);
  });

  it("is never empty, however little was chosen", () => {
    const moment = at("2026-11-01T00:15:00Z");

    expect(customRange({ from: moment, to: moment })).toBe("20261101T0015Z-20261101T0030Z");
  });

  it("ignores a custom range that is backwards, longer than the services go, or no time at all", () => {
    expect(readRange("20261108T0000Z-20261101T0000Z")).toBeUndefined();
    expect(readRange("20250101T0000Z-20261101T0000Z")).toBeUndefined();
    expect(readRange("20261399T0000Z-20261401T0000Z")).toBeUndefined();
    expect(spanOf("7D")).toBeUndefined();
  });

  it("knows when to move on", () => {
    expect(untilNextStep(at("2026-11-21T09:14:00Z"))).toBe(60_000);
  });
});
