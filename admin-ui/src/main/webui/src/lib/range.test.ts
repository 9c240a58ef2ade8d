import { describe, expect, it } from "vitest";
import { readRange, resolveRange, untilNextStep } from "./range";

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

  it("knows when to move on", () => {
    expect(untilNextStep(at("2026-11-21T09:14:00Z"))).toBe(60_000);
  });
});
