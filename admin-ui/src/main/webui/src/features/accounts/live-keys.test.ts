import { expect, it } from "vitest";
import type { Key, KeyState } from "@/lib/api/types";
import { liveKeys } from "./live-keys";

const STATES: KeyState[] = ["active", "stuck", "awaiting_manual", "disabled", "revoked", "retired"];

it("keeps an account as long as one of its keys has neither been revoked nor retired", () => {
  const keys = STATES.map((state) => ({ state }) as Key);

  expect(liveKeys(keys).map(({ state }) => state)).toEqual([
    "active",
    "stuck",
    "awaiting_manual",
    "disabled",
  ]);
});
