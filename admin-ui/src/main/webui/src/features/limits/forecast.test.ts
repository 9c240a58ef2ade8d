import { describe, expect, it } from "vitest";
import type { Window } from "@/lib/api/types";
import { forecastOf, usedShareOf } from "./forecast";

/** Noon of a day in UTC. */
function window(change: Partial<Window>): Window {
  return {
    scope: "key",
    scope_id: "key-0",
    period: "day",
    window_start: "2026-11-21T00:00:00Z",
    window_end: "2026-11-22T00:00:00Z",
    as_of: "2026-11-21T12:00:00Z",
    limit: "10",
    raised: "0",
    spent: "0",
    presumed: "0",
    held: "0",
    remaining: "10",
    exhausted_at: null,
    ...change,
  };
}

describe("the forecast of a limit", () => {
  it("is what the arbiter says", () => {
    const at = "2026-11-21T18:00:00Z";

    expect(forecastOf(window({ exhausted_at: at }))).toEqual({ kind: "hit", at: Date.parse(at) });
    expect(forecastOf(window({})).kind).toBe("lasts");
  });

  it("is none where a window has no end, or there is no limit", () => {
    expect(forecastOf(window({ period: "total", window_end: null })).kind).toBe("unknown");
    expect(forecastOf(window({ limit: null, remaining: null })).kind).toBe("unknown");
  });

  it("says so where nothing remains, whatever its period", () => {
    const reached = { remaining: "0", exhausted_at: "2026-11-21T12:00:00Z" };

    expect(forecastOf(window(reached)).kind).toBe("reached");
    expect(forecastOf(window({ ...reached, window_end: null })).kind).toBe("reached");
  });
});

it("tells how much is gone against the limit with its raise", () => {
  expect(usedShareOf(window({ spent: "5", held: "1", raised: "5" }))).toBe(0.4);
  expect(usedShareOf(window({ limit: null }))).toBe(0);
});
