import { expect, it } from "vitest";
import { costs } from "@/lib/i18n/en/costs";
import { rateText, type Converted } from "./rates";

const bill = (change: Partial<Converted>): Converted => ({
  currency: "EUR",
  amount: "4.500000000",
  rates: ["1.0823", "1.0823"],
  days: ["2026-11-20", "2026-11-20"],
  sources: ["ecb"],
  ...change,
});
// Intl puts thin spaces around its dashes.
const plain = (text: string) => text.replace(/\s/g, " ");

it("tells the rate, its day and whose it is", () => {
  expect(rateText(bill({}), costs, "en")).toBe(
    "€4.50 at 1.0823 (Nov 20, 2026, European Central Bank)",
  );
});

it("tells from where to where rates go", () => {
  const several = bill({
    rates: ["1.0823", "1.0841"],
    days: ["2026-11-20", "2026-11-23"],
    sources: ["ecb", "fixed"],
  });

  expect(plain(rateText(several, costs, "en"))).toBe(
    "€4.50 at 1.0823 – 1.0841 (Nov 20 – 23, 2026, European Central Bank, set by the operator)",
  );
});

it("shows a source that it doesn't know by its name, and all digits of a rate", () => {
  const odd = bill({
    rates: ["0.006699473847", "0.006699473847"],
    sources: ["toString"],
  });

  expect(rateText(odd, costs, "en")).toBe("€4.50 at 0.006699473847 (Nov 20, 2026, toString)");
});
