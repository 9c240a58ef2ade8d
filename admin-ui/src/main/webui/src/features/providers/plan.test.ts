// @vitest-environment jsdom
import { expect, it } from "vitest";
import { minutesOf, planChoiceOf } from "./plan";

const formOf = (fields: Record<string, string>) => {
  const form = document.createElement("form");
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { name, value }));
  }
  return form;
};

it("reads intervals as the service writes them", () => {
  expect(["PT30M", "PT1H30M", "PT24H", "PT1M30S"].map(minutesOf)).toEqual([30, 90, 1440, 1.5]);
  expect([null, undefined, "PT", "P1D"].map(minutesOf)).toEqual([null, null, null, null]);
});

it("leaves what is empty to the next wider plan", () => {
  expect(planChoiceOf(formOf({ interval: "", backfill_days: "", all_parts: "on" }))).toEqual({
    interval: null,
    backfill_days: null,
    bucket: null,
    parts: null,
  });
});

it("tells what was chosen, in seconds and in the order of the parts", () => {
  const form = formOf({
    interval: "1.5",
    backfill_days: "0",
    bucket: "day",
    part_usage: "on",
    part_cost: "on",
  });

  expect(planChoiceOf(form)).toEqual({
    interval: "PT90S",
    backfill_days: 0,
    bucket: "day",
    parts: ["cost", "usage"],
  });
});
