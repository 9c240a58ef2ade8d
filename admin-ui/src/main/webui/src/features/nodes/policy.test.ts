import { expect, it } from "vitest";
import { policyLines } from "./policy";

const WORDS = {
  providers: "only",
  models: "models",
  modes: "modes",
  tags: "pools",
  maxLeases: (count: number) => `at most ${count}`,
};

it("says only what a node is held to", () => {
  const policy = { providers: ["anthropic", "openai"], models: [], modes: [], tags: null };

  expect(policyLines({ ...policy, max_leases: 5 }, WORDS)).toEqual([
    "only anthropic, openai",
    "at most 5",
  ]);
  expect(policyLines({ ...policy, providers: [], max_leases: 0 }, WORDS)).toEqual(["at most 0"]);
  expect(policyLines(null, WORDS)).toEqual([]);
});
