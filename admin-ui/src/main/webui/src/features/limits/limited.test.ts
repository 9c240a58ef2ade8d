import { expect, it } from "vitest";
import { addressOf, limitedAt } from "./limited";

it("is found again by its address, whatever its name has in it", () => {
  const user = { scope: "user", scope_id: "jane:doe@example.com" } as const;

  expect(limitedAt(addressOf(user))).toEqual(user);
});

it("is nothing where the address is none", () => {
  expect(limitedAt(undefined)).toBeUndefined();
  expect(limitedAt("key:")).toBeUndefined();
  expect(limitedAt("planet:earth")).toBeUndefined();
  expect(limitedAt("key")).toBeUndefined();
});
