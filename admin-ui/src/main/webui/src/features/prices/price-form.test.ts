// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { PriceOverride } from "@/lib/api/types";
import { toWallClock } from "@/lib/time";
import { beginOfMonth, dryRunOf, setPriceOf, stateOf } from "./price-form";

function form(fields: Record<string, string>): HTMLFormElement {
  const element = document.createElement("form");
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.name = name;
    input.value = value;
    element.append(input);
  }
  return element;
}

const before = {
  valid_from: "2026-11-01T09:30:27.123Z",
  valid_until: "2027-01-01T00:00:13Z",
} as PriceOverride;

describe("a price that is set", () => {
  it("names only the classes that have a price", () => {
    const set = setPriceOf(
      form({ provider: "anthropic", model: "claude-opus-*", input: "4", output: "", note: " " }),
    );

    expect(set).toEqual({
      provider: "anthropic",
      model: "claude-opus-*",
      prices: { input: "4" },
    });
  });

  it("keeps the exact times of the one before where nobody changed them", () => {
    const fields = {
      valid_from: toWallClock(Date.parse(before.valid_from)),
      valid_until: toWallClock(Date.parse(before.valid_until ?? "")),
    };

    expect(setPriceOf(form(fields), before)).toMatchObject({
      valid_from: before.valid_from,
      valid_until: before.valid_until,
    });
  });

  it("has the time that was typed, and no end where it was emptied", () => {
    const changed = setPriceOf(form({ valid_from: "2026-12-01T10:00", valid_until: "" }), before);

    expect(changed.valid_from).toBe(new Date("2026-12-01T10:00").toISOString());
    expect(changed.valid_until).toBeUndefined();
  });
});

it("tells whether a price holds, is yet to begin, or is over", () => {
  const at = (instant: string) => stateOf(before, Date.parse(instant));

  expect(at("2026-10-31T00:00:00Z")).toBe("scheduled");
  expect(at("2026-11-01T09:30:27.123Z")).toBe("in_force");
  expect(at("2027-01-01T00:00:13Z")).toBe("expired");
  expect(stateOf({ ...before, valid_until: null }, Date.parse("2030-01-01T00:00:00Z"))).toBe(
    "in_force",
  );
});

it("looks first at what pricing again would change", () => {
  const run = dryRunOf(form({ from: "2026-11-01T00:00", to: "2026-11-30T12:00", model: "" }));

  expect(run).toEqual({
    from: new Date("2026-11-01T00:00").toISOString(),
    to: new Date("2026-11-30T12:00").toISOString(),
    dry_run: true,
  });
  expect(beginOfMonth(new Date("2026-11-30T12:00").getTime())).toBe("2026-11-01T00:00");
});
