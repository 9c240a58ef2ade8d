// @vitest-environment jsdom
import { expect, it } from "vitest";
import { raiseOf, setLimitsOf } from "./limits-form";

function form(inputs: string): HTMLFormElement {
  document.body.innerHTML = `<form>${inputs}</form>`;
  return document.forms[0] as HTMLFormElement;
}

it("sets what has an amount and takes away what has none", () => {
  const filled = form(`
    <input name="amount_day" value="25" /><input name="zone_day" value="Europe/Berlin" />
    <input name="thresholds_day" value="80, 95.5" />
    <input name="amount_month" value="" /><input name="zone_month" value="UTC" />
    <input name="amount_total" value="1000.50" /><input name="thresholds_total" value="" />
    <input name="requests_per_minute" value="60" /><input name="tokens_per_minute" value="" />`);

  expect(setLimitsOf(filled, 7)).toEqual({
    limits: [
      { period: "day", amount: "25", zone: "Europe/Berlin", thresholds: ["0.80", "0.955"] },
      { period: "total", amount: "1000.50", zone: undefined, thresholds: [] },
    ],
    rates: { requests_per_minute: 60 },
    version: 7,
  });
});

it("raises at once where no beginning is said", () => {
  const filled = form(`
    <input name="period" value="month" /><input name="amount" value="100" />
    <input name="reason" value="Load test" /><input name="approver" value="Olga" />
    <input type="datetime-local" name="starts_at" value="" />
    <input type="datetime-local" name="ends_at" value="2026-12-01T00:00" />`);

  expect(raiseOf(filled)).toEqual({
    period: "month",
    amount: "100",
    reason: "Load test",
    approver: "Olga",
    starts_at: undefined,
    ends_at: new Date(2026, 11, 1).toISOString(),
  });
});
