import { expect, it } from "vitest";
import { PRESETS, spanOfPreset } from "./presets";

const iso = (instant: number) => new Date(instant).toISOString();

it("means days and months of the reader's zone, also over a clock change and a year's end", () => {
  const now = Date.parse("2027-01-01T01:30:00Z");

  const spans = PRESETS.map((preset) => spanOfPreset(preset, now, "America/New_York"));

  expect(spans.map(({ from, to }) => [iso(from), iso(to)])).toEqual([
    ["2026-12-31T05:00:00.000Z", "2027-01-01T05:00:00.000Z"],
    ["2026-12-30T05:00:00.000Z", "2026-12-31T05:00:00.000Z"],
    ["2026-12-01T05:00:00.000Z", "2027-01-01T05:00:00.000Z"],
    ["2026-11-01T04:00:00.000Z", "2026-12-01T05:00:00.000Z"],
  ]);
});
