import { expect, it } from "vitest";
import { accumulate } from "./plots";

it("accumulates amounts to the nano-dollar and steps over what is unknown", () => {
  expect(accumulate(["0.1", null, "0.2", "0.000000001"])).toEqual([
    "0.100000000",
    "0.100000000",
    "0.300000000",
    "0.300000001",
  ]);
});
