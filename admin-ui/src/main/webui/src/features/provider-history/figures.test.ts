import { expect, it } from "vitest";
import type { CostFigure, HistoryItem, UsageFigure } from "@/lib/api/types";
import { chargedIn, idOf, isSameInterval, usedIn } from "./figures";

const item = (change: Partial<HistoryItem>): HistoryItem => ({
  kind: "usage",
  account_id: "a",
  provider: "anthropic",
  from: "2026-11-20T09:00:00Z",
  to: "2026-11-20T10:00:00Z",
  revision: 1,
  complete: true,
  as_of: "2026-11-20T10:05:00Z",
  read_at: "2026-11-20T10:05:00Z",
  replaced_at: null,
  costs: [],
  samples: [],
  ...change,
});
const cost = (amount: string, currency: string) => ({ amount, currency }) as CostFigure;
const sample = (change: Partial<UsageFigure>) =>
  ({
    requests: null,
    input: null,
    cache_read: null,
    cache_write_short: null,
    cache_write_long: null,
    output: null,
    reasoning: null,
    ...change,
  }) as UsageFigure;

it("adds up charges by currency, to the last digit", () => {
  const costs = [cost("0.000000001", "USD"), cost("2", "EUR"), cost("1.1", "USD")];

  expect(chargedIn(item({ costs }))).toEqual([
    { currency: "USD", amount: "1.100000001" },
    { currency: "EUR", amount: "2.000000000" },
  ]);
});

it("counts caches as input and reasoning as output, and takes what is not told for unknown", () => {
  const samples = [sample({ input: 10, cache_read: 5 }), sample({ output: 3, reasoning: 4 })];

  expect(usedIn(item({ samples }))).toEqual({ requests: null, input: 15, output: 7 });
});

it("tells revisions of one interval apart, and knows that they are of one", () => {
  const now = item({ revision: 2 });
  const before = item({ from: "2026-11-20T09:00:00.000Z" });

  expect(idOf(now)).not.toBe(idOf(before));
  expect(isSameInterval(now, before)).toBe(true);
  expect(isSameInterval(now, item({ kind: "cost" }))).toBe(false);
});
