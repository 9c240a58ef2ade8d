import { expect, it } from "vitest";
import { mask } from "./mask";

it("hides every character of a name and still tells names apart", () => {
  expect(mask("prod-key")).toMatch(/^••••[0-9a-f]{2}$/);
  expect(mask("prod-key")).toBe(mask("prod-key"));
  expect(mask("prod-key")).not.toBe(mask("test-key"));
  expect(mask("")).toBe("••••00");
});
