import { expect, it } from "vitest";
import { labelsOf } from "./labels";

it("takes what stands before the first equals sign as the name", () => {
  expect(labelsOf(["region=eu-1", "command = a=b"])).toEqual({
    region: "eu-1",
    command: "a=b",
  });
});
