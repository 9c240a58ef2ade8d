import type { ModelPrice, PriceOverride, Repricing, TokenPrices } from "../src/lib/api/types.ts";
import { ago } from "./mock-data.ts";
import type { MockRequest } from "./mock-answers.ts";

const VERSION = "2026-09-23+2026-11-21+overrides-1";
const DAY = 24 * 60;

const book: ModelPrice[] = [
  price("anthropic", "claude-opus-5", {
    input: "5",
    output: "25",
    cache_read: "0.5",
    cache_write5m: "6.25",
    cache_write1h: "10",
    web_search: "10",
  }),
  price("anthropic", "claude-haiku-4-5", { input: "1", output: "5", cache_read: "0.1" }),
  price("openai", "gpt-6-sol", {
    input: "1.25",
    output: "10",
    cache_read: "0.125",
    reasoning: "10",
  }),
  price("openai", "text-embedding-3-small", { input: "0.02" }),
  price("google", "gemini-3-flash", { input: "0.3", output: "2.5", cache_read: "0.075" }),
  price("mistral", "mistral-large-3", { input: "0.5", output: "1.5" }),
  price("cohere", "command-a-03-2025", { input: "2.5", output: "10" }),
];
Object.assign(book[0] ?? {}, {
  long_context: [{ above: 200_000, prices: { input: "10", output: "37.5" } }],
  factors: [
    { on: "service_tier", value: "batch", factor: "0.5" },
    { on: "speed", value: "fast", factor: "6" },
  ],
  tiers: [{ service_tier: "priority", prices: { input: "7.5", output: "37.5" } }],
});

function price(provider: string, model: string, prices: TokenPrices): ModelPrice {
  return {
    provider,
    model,
    overridden: false,
    prices,
    long_context: [],
    factors: [],
    tiers: [],
    context_window: 200_000,
    max_output: 64_000,
    price_version: VERSION,
  };
}

const overrides: PriceOverride[] = [
  override("price-1", "anthropic", "claude-opus-*", { input: "4", output: "20" }, ago(12 * DAY)),
  {
    ...override("price-2", "openai", "gpt-6-sol", { input: "1" }, ago(-3 * DAY)),
    service_tier: "batch",
  },
  {
    ...override("price-3", "mistral", "mistral-large-3", { output: "1.2" }, ago(90 * DAY)),
    valid_until: ago(2 * DAY),
  },
];

function override(
  id: string,
  provider: string,
  model: string,
  prices: TokenPrices,
  valid_from: string,
): PriceOverride {
  return {
    id,
    provider,
    model,
    service_tier: null,
    prices,
    valid_from,
    valid_until: null,
    note: "Contract 2026-117",
  };
}

export function listPrices({ query }: MockRequest): ModelPrice[] {
  return book
    .filter(
      ({ provider, model }) =>
        (!query.has("provider") || provider === query.get("provider")) &&
        (!query.has("model") || model === query.get("model")),
    )
    .map((one) => {
      const own = overrides.find(
        ({ provider, model, service_tier, valid_until }) =>
          provider === one.provider &&
          service_tier === null &&
          (valid_until === null || valid_until > ago(0)) &&
          one.model.startsWith(model.replace("*", "")),
      );
      return own ? { ...one, overridden: true, prices: { ...one.prices, ...own.prices } } : one;
    });
}

export const listOverrides = () => overrides;

export function addOverride(body: MockRequest["body"]): PriceOverride {
  const added = { ...override(crypto.randomUUID(), "", "", {}, ago(0)), note: null, ...body };
  overrides.unshift(added);
  return added;
}

export function changeOverride(id: string, body: MockRequest["body"]): PriceOverride | undefined {
  const known = overrides.find((one) => one.id === id);
  const emptied = { service_tier: null, valid_until: null, note: null };
  return known && Object.assign(known, emptied, body);
}

export function removeOverride(id: string) {
  overrides.splice(
    overrides.findIndex((one) => one.id === id),
    1,
  );
  return { status: 204, json: undefined };
}

const repricings: Repricing[] = [
  repricing("repricing-1", {
    reason: "Contract 2026-117 holds since October",
    created_at: ago(11 * DAY),
  }),
  repricing("repricing-2", { dry_run: true, created_at: ago(11 * DAY + 5) }),
];

function repricing(id: string, said: Partial<Repricing>): Repricing {
  return {
    id,
    state: "done",
    from: ago(42 * DAY),
    to: ago(11 * DAY),
    provider: "anthropic",
    model: null,
    dry_run: false,
    reason: null,
    created_by: "ada",
    created_at: ago(0),
    finished_at: ago(0),
    reached_at: ago(0),
    requests: 12_000,
    requests_changed: 11_800,
    requests_priced: 40,
    requests_unpriced: 3,
    cost_before: "182.250000000",
    cost_after: "145.800000000",
    ...said,
  };
}

export const listRepricings = () => repricings;

export function reprice(body: MockRequest["body"]): Repricing {
  const begun = repricing(crypto.randomUUID(), {
    provider: null,
    ...body,
    state: "running",
    finished_at: null,
    requests: 4_000,
    requests_changed: 3_900,
  });
  repricings.unshift(begun);
  return { ...begun };
}

/** Done when it is asked for the second time. */
const asked = new Set<string>();

export function repricingOf(id: string): Repricing | undefined {
  const known = repricings.find((one) => one.id === id);
  if (known?.state === "running" && asked.has(id)) {
    Object.assign(known, { state: "done", requests: 12_000, requests_changed: 11_800 });
  }
  asked.add(id);
  return known && { ...known };
}
