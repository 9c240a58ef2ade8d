import { describe, expect, it } from "vitest";
import { formatMoney, formatMoneyExactly, fromNanos, sumOf, toNanos, toTyped } from "./money";

describe("money", () => {
  it("keeps every nano-dollar that a floating-point number would lose", () => {
    expect(toNanos("90071992547.409929999")).toBe(90071992547409929999n);
    expect(fromNanos(90071992547409929999n)).toBe("90071992547.409929999");
  });

  it("reads negative amounts and superfluous zeros", () => {
    expect(toNanos("-0.000000001")).toBe(-1n);
    expect(toNanos("1.500000000000")).toBe(1_500_000_000n);
  });

  it("refuses what is no decimal amount", () => {
    expect(() => toNanos("1e3")).toThrow(RangeError);
    expect(() => toNanos("")).toThrow(RangeError);
  });

  it("adds exactly and says nothing where nothing is known", () => {
    expect(sumOf(["0.1", "0.2", null])).toBe("0.300000000");
    expect(sumOf([null, undefined])).toBeNull();
  });

  it("shows cents, and six digits only below a cent", () => {
    expect(formatMoney("1234.56", "USD", "en-US")).toBe("$1,234.56");
    expect(formatMoney("0.01", "USD", "en-US")).toBe("$0.01");
    expect(formatMoney("0.000123456", "USD", "en-US")).toBe("$0.000123");
    expect(formatMoney("0", "USD", "en-US")).toBe("$0.00");
    expect(formatMoney("-0.005", "USD", "en-US")).toBe("-$0.005000");
  });

  it("shows all nine digits on demand, also of amounts beyond a double's precision", () => {
    expect(formatMoneyExactly("90071992547.409929999", "USD", "en-US")).toBe(
      "$90,071,992,547.409929999",
    );
  });

  it("follows the language", () => {
    expect(formatMoney("1234.56", "USD", "de-DE")).toBe("1.234,56\u00a0$");
  });
});

it("is typed without the zeros that it is kept with", () => {
  expect(
    ["25.000000000", "12.500000000", "0.000000001", "400", "0.000000000"].map(toTyped),
  ).toEqual(["25", "12.5", "0.000000001", "400", "0"]);
});
