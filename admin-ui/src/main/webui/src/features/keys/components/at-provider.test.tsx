// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DirectUse, KeyEnforcement } from "@/lib/api/types";
import { prepare, show } from "@/test/show";
import { DirectUseOf } from "./direct-use";
import { EnforcedThere } from "./enforced-there";

const USED: DirectUse = {
  as_of: "2026-11-30T09:00:00Z",
  provenance: "estimated",
  per_hour: "0.75",
  stopped_at: "2026-11-30T09:30:00Z",
  stopped_by: "month",
  exposed: true,
  items: [
    {
      period: "month",
      since: "2026-11-01T00:00:00Z",
      window_end: "2026-12-01T00:00:00Z",
      limit: "10",
      reported: "8.5",
      projected: "9.25",
    },
  ],
  now: "2026-11-30T10:00:00Z",
};

const PENDING: KeyEnforcement = {
  limit: null,
  stop: {
    wanted: true,
    done: false,
    done_at: null,
    period: "month",
    window_end: "2026-12-01T00:00:00Z",
    limit: "10",
    used: "9.25",
    as_of: "2026-11-30T09:00:00Z",
    message: "Cohere can't switch a key off.",
    next_try_at: null,
  },
};

let answer: unknown;

beforeEach(() => prepare(() => answer));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("tells what a key has cost by its provider's word, and that it is handed out no more", async () => {
  answer = USED;
  show(<DirectUseOf id="k-1" />);

  expect(await screen.findByText(/Nearly at its limit \(This month\)/)).toBeTruthy();
  expect(screen.getByText("A node may have its secret.")).toBeTruthy();
  expect(screen.getByText(/9\.25/)).toBeTruthy();
  expect(screen.getByText(/8\.50/)).toBeTruthy();
});

it("shows nothing of a key of which the provider tells nothing", async () => {
  answer = { ...USED, as_of: null, items: [] };
  show(<DirectUseOf id="k-1" />);

  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
  expect(screen.queryByText("Figures from")).toBeNull();
});

it("says what a person has to do where the provider can't stop a key", async () => {
  answer = PENDING;
  show(<EnforcedThere id="k-1" />);

  expect(
    await screen.findByText("The provider is yet to be told to refuse this key."),
  ).toBeTruthy();
  expect(screen.getByText("Cohere can't switch a key off.")).toBeTruthy();
});

it("shows the limit that was set there, and what hinders a newer one", async () => {
  answer = {
    limit: {
      amount: "12.5",
      reset: "daily",
      set_at: "2026-11-30T09:00:00Z",
      message: "OpenRouter: It did not answer in time.",
      next_try_at: "2026-11-30T10:00:15Z",
    },
    stop: null,
  } satisfies KeyEnforcement;
  show(<EnforcedThere id="k-1" />);

  expect(await screen.findByText("OpenRouter: It did not answer in time.")).toBeTruthy();
  expect(screen.getByText(/12\.50/)).toBeTruthy();
  expect(screen.getByText(/daily/)).toBeTruthy();
});
