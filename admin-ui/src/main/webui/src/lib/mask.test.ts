import { expect, it } from "vitest";
import { mask, maskEnd } from "./mask";

it("hides every character of a name and still tells names apart", () => {
  expect(mask("prod-key")).toMatch(/^••••[0-9a-f]{2}$/);
  expect(mask("prod-key")).toBe(mask("prod-key"));
  expect(mask("prod-key")).not.toBe(mask("test-key"));
  expect(mask("")).toBe("••••00");
});

it("has an end that can be typed", () => {
  expect(mask("prod-key")).toBe(`••••${maskEnd("prod-key")}`);
  expect(maskEnd("prod-key")).toMatch(/^[0-9a-f]{2}$/);
});
