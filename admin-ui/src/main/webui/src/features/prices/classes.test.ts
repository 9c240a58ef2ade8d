import { expect, it } from "vitest";
import { formatPrice, saidIn } from "./classes";

it("tells what is said of a price, in one order", () => {
  expect(saidIn({ output: "20", input: "4", image: null })).toEqual([
    ["input", "4"],
    ["output", "20"],
  ]);
  expect(saidIn({})).toEqual([]);
});

it("keeps every digit of a price", () => {
  expect(formatPrice("4", "en-US")).toBe("$4.00");
  expect(formatPrice("0.075", "en-US")).toBe("$0.075");
  expect(formatPrice("0.000000001", "en-US")).toBe("$0.000000001");
});
