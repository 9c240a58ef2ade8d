// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { providers } from "../../../../dev/mock-usage";
import type { AccountUsage } from "@/lib/api/types";
import { prepare, show } from "@/test/show";
import { AccountCard } from "./account-card";

const provider = providers().find((one) => one.provider === "openrouter");

beforeEach(() =>
  prepare(({ url }) => (url.endsWith("/keys/key-1") ? { id: "key-1", name: "router-2" } : {})),
);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function card(change: Partial<AccountUsage>) {
  const usage = provider?.accounts[0];
  if (!provider || !usage) {
    throw new Error("the mock has no account there");
  }
  const nothing = () => undefined;
  const of = { ...usage, quotas: [], ...change };
  show(<AccountCard of={of} provider={provider} onPlan={nothing} onSignIn={nothing} />);
}

it("names the keys that are used here and over at the provider, and says what to do", async () => {
  card({
    keys_over: [
      {
        key_id: "key-1",
        provider_key_id: "apikey_01",
        standing: "expired",
        since: "2026-11-30T09:00:00Z",
      },
    ],
  });

  expect(screen.getByText(/Replace its secret or disable it/)).toBeDefined();
  expect(screen.getByText(/past its end there/)).toBeDefined();
  const name = await screen.findByText("router-2");
  expect(name.getAttribute("href")).toContain("/keys/key-1");
});

it("shows what was billed in another currency beside what that is in dollars", () => {
  card({
    keys_over: [],
    spend: [
      { currency: "EUR", today: "1.5", month: "608.1", today_usd: "1.62", month_usd: "658.14" },
    ],
  });

  expect(screen.getByText("€608.10")).toBeDefined();
  expect(screen.getByText("$658.14").parentElement?.textContent).toBe("$658.14 converted");
  expect(screen.getByText("€1.50").parentElement?.textContent).toBe("€1.50 today");
});

it("invents no dollars where no rate is known", () => {
  card({
    keys_over: [],
    spend: [{ currency: "EUR", today: "1.5", month: "608.1", today_usd: null, month_usd: null }],
  });

  expect(screen.getByText("€608.10")).toBeDefined();
  expect(screen.queryByText(/\$/)).toBeNull();
});
