import { describe, expect, it } from "vitest";
import type { Window } from "@/lib/api/types";
import { byUrgency, forecastOf, usedShareOf } from "./forecast";

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
    ...change,
  };
}

describe("the forecast of a limit", () => {
  it("carries on the pace of its own window", () => {
    const halfGone = window({ spent: "6", remaining: "3", held: "1" });

    expect(forecastOf(halfGone)).toEqual({
      kind: "hit",
      at: Date.parse("2026-11-21T18:00:00Z"),
    });
  });

  it("counts what is presumed to be spent", () => {
    const presumed = window({ spent: "3", presumed: "3", remaining: "3" });

    expect(forecastOf(presumed).kind).toBe("hit");
  });

  it("says that it lasts where its period is over first, or nothing is spent", () => {
    expect(forecastOf(window({ spent: "4", remaining: "6" })).kind).toBe("lasts");
    expect(forecastOf(window({})).kind).toBe("lasts");
  });

  it("knows no pace where a window has no end, and nothing without a limit", () => {
    const total = { period: "total", window_end: null, spent: "4", remaining: "6" } as const;

    expect(forecastOf(window(total)).kind).toBe("unknown");
    expect(forecastOf(window({ limit: null, remaining: null })).kind).toBe("unknown");
  });

  it("says so where nothing remains, whatever its period", () => {
    expect(forecastOf(window({ remaining: "0", window_end: null })).kind).toBe("reached");
    expect(forecastOf(window({ remaining: "-0.5" })).kind).toBe("reached");
  });
});

it("tells how much is gone against the limit with its raise", () => {
  expect(usedShareOf(window({ spent: "5", held: "1", raised: "5" }))).toBe(0.4);
  expect(usedShareOf(window({ limit: null }))).toBe(0);
});

it("puts first what will be hit first", () => {
  const reached = window({ scope_id: "reached", spent: "10", remaining: "0" });
  const soon = window({ scope_id: "soon", spent: "8", remaining: "2" });
  const later = window({ scope_id: "later", spent: "6", remaining: "4" });
  const full = window({ scope_id: "full", spent: "4", remaining: "6" });
  const empty = window({ scope_id: "empty" });

  const sorted = [empty, later, full, reached, soon].sort(byUrgency);

  expect(sorted.map(({ scope_id }) => scope_id)).toEqual([
    "reached",
    "soon",
    "later",
    "full",
    "empty",
  ]);
});
