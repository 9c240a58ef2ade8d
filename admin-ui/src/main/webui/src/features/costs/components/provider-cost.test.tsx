// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reconciliation } from "../../../../dev/mock-figures";
import type { Reconciliation } from "@/lib/api/types";
import { prepare, show } from "@/test/show";
import { ProviderCost } from "./provider-cost";

const CONVERTED = reconciliation.find(({ converted }) => converted.length > 0) as Reconciliation;

beforeEach(() => prepare(() => ({ items: [] })));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("shows a bill in the currency that it was in beside what it is compared in", () => {
  show(<ProviderCost of={CONVERTED} />);

  expect(screen.getByText("$334.87")).toBeDefined();
  const billed = screen.getByText(/^€/);
  expect(billed.parentElement?.textContent).toMatch(/^from €/);
  expect(billed.getAttribute("data-tip")).toContain("European Central Bank");
});

it("says that no rate is known where there is none", () => {
  const unknown = { ...CONVERTED, provider_cost: null, converted: [], other_currencies: ["EUR"] };
  show(<ProviderCost of={unknown} />);

  const figure = screen.getByText("unknown");
  expect(figure.parentElement?.getAttribute("data-tip")).toContain(
    "Billed in EUR, for which no rate is known.",
  );
});
