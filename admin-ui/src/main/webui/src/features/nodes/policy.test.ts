import { expect, it } from "vitest";
import { policyLines } from "./policy";

const WORDS = {
  providers: "only",
  models: "models",
  modes: "modes",
  tags: "pools",
  maxLeases: (count: number) => `at most ${count}`,
  rates: {
    requests_per_minute: (count: number) => `${count} a minute`,
    tokens_per_minute: (count: number) => `${count} tokens a minute`,
    concurrent_requests: (count: number) => `${count} at a time`,
  },
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

it("says how fast each of its leases may be used", () => {
  const policy = { providers: [], models: [], modes: [], tags: [], max_leases: 2 };
  const rates = { requests_per_minute: 60, tokens_per_minute: null, concurrent_requests: 4 };

  expect(policyLines({ ...policy, rates }, WORDS)).toEqual([
    "at most 2",
    "60 a minute",
    "4 at a time",
  ]);
});
