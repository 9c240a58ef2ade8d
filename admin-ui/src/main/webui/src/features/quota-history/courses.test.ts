import { describe, expect, it } from "vitest";
import type { QuotaHistoryItem } from "@/lib/api/types";
import { coursesOf, leftAt, pathOf, stepsOf } from "./courses";

const item = (as_of: string, remaining: string | null, change: Partial<QuotaHistoryItem> = {}) =>
  ({
    id: as_of,
    account_id: "a",
    provider: "openrouter",
    key_id: null,
    holder: null,
    plan: null,
    as_of,
    quotas: [{ name: "credits", unit: "USD", unlimited: false, remaining }],
    ...change,
  }) as QuotaHistoryItem;

describe("courses", () => {
  it("are one for each thing of each holder, with all that was said of it", () => {
    const courses = coursesOf([
      item("2026-11-20T10:00:00Z", "90"),
      item("2026-11-20T11:00:00Z", "5", { key_id: "k", holder: "octocat" }),
      item("2026-11-20T12:00:00Z", "80"),
    ]);

    expect(courses.map(({ holder, points }) => [holder, points.map(({ left }) => left)])).toEqual([
      [null, ["90", "80"]],
      ["octocat", ["5"]],
    ]);
  });

  it("leave out what has no end", () => {
    const endless = { name: "chat", unit: "messages", unlimited: true, remaining: null };

    expect(
      coursesOf([
        item("2026-11-20T10:00:00Z", null, { quotas: [endless] as QuotaHistoryItem["quotas"] }),
      ]),
    ).toEqual([]);
  });
});

describe("what was left at each step", () => {
  const range = {
    from: "2026-11-20T10:00:00.000Z",
    to: "2026-11-20T13:00:00.000Z",
    zone: "UTC",
    granularity: "hour",
  } as const;
  const steps = stepsOf(range);

  it("holds until something else is said, and is unknown before it was first", () => {
    const points = [
      { at: "2026-11-20T11:10:00Z", left: "90" },
      { at: "2026-11-20T11:50:00Z", left: "80.5" },
    ];

    expect(leftAt({ points }, steps, range.to, Date.parse(range.to))).toEqual([
      null,
      "80.5",
      "80.5",
    ]);
  });

  it("is not known for times to come", () => {
    const points = [{ at: "2026-11-20T10:00:00Z", left: "90" }];

    expect(leftAt({ points }, steps, range.to, Date.parse("2026-11-20T11:30:00Z"))).toEqual([
      "90",
      "90",
      null,
    ]);
  });

  it("goes by days of the zone, also where a clock is changed", () => {
    expect(
      stepsOf({
        from: "2026-10-23T22:00:00.000Z",
        to: "2026-10-26T23:00:00.000Z",
        zone: "Europe/Berlin",
        granularity: "day",
      }),
    ).toEqual(["2026-10-23T22:00:00.000Z", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
  });
});

describe("the small line", () => {
  const [from, to] = [Date.parse("2026-11-20T00:00:00Z"), Date.parse("2026-11-20T10:00:00Z")];

  it("falls in steps from the most there was", () => {
    const points = [
      { at: "2026-11-20T00:00:00Z", left: "200" },
      { at: "2026-11-20T05:00:00Z", left: "50" },
    ];

    expect(pathOf({ points }, from, to)).toBe("M0 0 H50 L50 75 H100");
  });

  it("has a gap where nothing was told", () => {
    const points = [
      { at: "2026-11-20T00:00:00Z", left: "10" },
      { at: "2026-11-20T02:00:00Z", left: null },
      { at: "2026-11-20T04:00:00Z", left: "5" },
    ];

    expect(pathOf({ points }, from, to)).toBe("M0 0 H20 M40 50 H100");
  });

  it("is not drawn where there is nothing to draw between", () => {
    expect(pathOf({ points: [{ at: "2026-11-20T00:00:00Z", left: "10" }] }, from, to)).toBe(
      undefined,
    );
    expect(pathOf({ points: [] }, from, to)).toBe(undefined);
  });
});
