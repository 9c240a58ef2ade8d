import { expect, it } from "vitest";
import { readInstant } from "./search";

it("reads a time of the URL and nothing else as one", () => {
  expect(readInstant("2026-11-21T10:00:00.000Z")).toBe("2026-11-21T10:00:00.000Z");
  expect(readInstant("yesterday")).toBeUndefined();
  expect(readInstant("")).toBeUndefined();
  expect(readInstant(undefined)).toBeUndefined();
});
