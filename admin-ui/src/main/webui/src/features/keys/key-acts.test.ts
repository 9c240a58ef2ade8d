import { describe, expect, it } from "vitest";
import { actsOn } from "./key-acts";

describe("what can be done with a key", () => {
  it("goes by its state", () => {
    expect(actsOn("active")).toEqual(["disable", "retire"]);
    expect(actsOn("disabled")).toEqual(["enable", "retire"]);
    expect(actsOn("retired")).toEqual(["enable"]);
  });

  it("is nothing once its revocation has begun", () => {
    expect(actsOn("draining")).toEqual([]);
    expect(actsOn("stuck")).toEqual([]);
    expect(actsOn("revoked")).toEqual([]);
  });
});
