import type {
  AccountStatus,
  Breakdown,
  Overview,
  Reconciliation,
  Timeline,
  Window,
} from "../src/lib/api/types.ts";
import { accounts, ago, keys, nodes } from "./mock-data.ts";

const STEPS = { quarter_hour: 15, hour: 60, day: 1440 };
const began = Date.now();

/** More with every second, so that something moves. */
const grown = () => Math.floor((Date.now() - began) / 1000);

export function overview(): Overview {
  const requests = 128_412 + grown() * 3;
  return {
    from: ago(7 * 1440),
    to: ago(0),
    requests,
    errors: 1_204,
    input_tokens: 482_113_902 + grown() * 2_411,
    output_tokens: 61_220_117 + grown() * 801,
    cost: `${2418 + grown()}.873310420`,
    unknown_cost_requests: 12,
    previous: {
      requests: 109_220,
      errors: 1_390,
      input_tokens: 402_000_100,
      output_tokens: 59_000_220,
      cost: "2201.100000000",
      unknown_cost_requests: 0,
    },
    latency: { p50_us: 812_000, p95_us: 4_310_000, p99_us: 9_870_000 },
    provenance: "gateway",
    as_of: ago(0),
  };
}

export function timeline(query: URLSearchParams): Timeline {
  const granularity = (query.get("granularity") ?? "hour") as Timeline["granularity"];
  const from = Date.parse(query.get("from") ?? "");
  const to = Math.min(Date.parse(query.get("to") ?? ""), Date.now());
  const step = STEPS[granularity] * 60_000;
  const points = Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => {
    const wave = 1 + Math.sin(at / 5) * 0.6 + Math.sin(at / 1.7) * 0.2;
    const requests = Math.round(900 * wave + (at % 7) * 30);
    return {
      at: new Date(from + at * step).toISOString(),
      requests,
      errors: Math.round(requests * (at % 23 === 0 ? 0.2 : 0.01)),
      input_tokens: requests * 3_700,
      output_tokens: requests * 460,
      cost: (requests * 0.0187).toFixed(9),
      unknown_cost_requests: at % 31 === 0 ? 3 : 0,
    };
  });
  const markers = nodes
    .filter(({ enrolled_at }) => Date.parse(enrolled_at) >= from)
    .map(({ id, name, enrolled_at }) => ({
      at: enrolled_at,
      kind: "node_joined",
      node_id: id,
      label: name,
    }));
  return { granularity, zone: query.get("zone") ?? "UTC", points, markers };
}

const LABELS: Record<string, string[]> = {
  domain: ["app.example.com", "batch.example.com", "support.example.com", "", "lab.example.com"],
  model: ["claude-sonnet-4-5", "claude-opus-4-1", "openai/gpt-5", "claude-haiku-4-5"],
  key: keys.slice(0, 5).map((key) => key.name),
  provider: ["anthropic", "openrouter"],
  node: nodes.map((node) => node.name),
};
const SHARES = [0.46, 0.27, 0.13, 0.07, 0.04];

export function breakdown(by: string): Breakdown {
  const items = (LABELS[by] ?? []).slice(0, SHARES.length).map((label, at) => figures(label, at));
  return { share_of: "cost", items, rest: figures("", 4) };
}

function figures(label: string, at: number) {
  const share = SHARES[at] ?? 0;
  return {
    id: label,
    label: label || "(no domain)",
    requests: Math.round(128_412 * share),
    input_tokens: Math.round(482_113_902 * share),
    output_tokens: Math.round(61_220_117 * share),
    cost: at === 3 ? null : (2418.87331042 * share).toFixed(9),
    unknown_cost_requests: at === 3 ? Math.round(128_412 * share) : at === 1 ? 3 : 0,
    share: share.toFixed(4),
  };
}

export const reconciliation: Reconciliation[] = [
  {
    account_id: "account-anthropic",
    account_name: "acme-anthropic",
    provider: "anthropic",
    from: ago(7 * 1440),
    to: ago(540),
    gateway_cost: "1810.221904110",
    gateway_as_of: ago(1),
    unknown_cost_requests: 0,
    provider_cost: "1842.910000000",
    provider_as_of: ago(540),
    drift: "-32.688095890",
    coverage: "0.9823",
    complete: false,
    other_currencies: [],
    converted: [],
    provider_status: "ok",
    provider_message: null,
  },
  {
    account_id: "account-openrouter",
    account_name: "acme-openrouter",
    provider: "openrouter",
    from: null,
    to: null,
    gateway_cost: "608.651406310",
    gateway_as_of: ago(1),
    unknown_cost_requests: 0,
    provider_cost: null,
    provider_as_of: null,
    drift: null,
    coverage: null,
    complete: false,
    other_currencies: [],
    converted: [],
    provider_status: "rate_limited",
    provider_message: "The provider asks us to wait until 10:40.",
  },
  {
    account_id: "account-mistral",
    account_name: "acme-mistral",
    provider: "mistral",
    from: ago(7 * 1440),
    to: ago(30),
    gateway_cost: "331.104118200",
    gateway_as_of: ago(1),
    unknown_cost_requests: 0,
    provider_cost: "334.871020000",
    provider_as_of: ago(30),
    drift: "-3.766901800",
    coverage: "0.9888",
    complete: false,
    other_currencies: [],
    converted: [
      {
        currency: "EUR",
        amount: "309.180000000",
        usd: "334.871020000",
        lowest_rate: "1.0819",
        highest_rate: "1.0841",
        first_rate_date: "2026-11-20",
        last_rate_date: "2026-11-27",
        rate_sources: ["ecb"],
      },
    ],
    provider_status: "ok",
    provider_message: null,
  },
];

export const statuses: AccountStatus[] = accounts.map(({ id, provider, name }, at) => ({
  account_id: id,
  provider,
  name,
  status: at === 0 ? "ok" : "rate_limited",
  message: at === 0 ? null : "The provider asks us to wait until 10:40.",
  last_good_at: ago(at === 0 ? 4 : 300),
  as_of: ago(at === 0 ? 540 : 900),
  stale: at !== 0,
  next_poll_at: ago(-22),
}));

/** Of `key/key-3`: the higher the number at its end, the more is spent. */
export function windows(of: string): Window[] {
  const [scope = "key", id = ""] = of.split("/");
  const pace = Number(/\d$/.exec(id)?.[0] ?? 4) / 5;
  return (["day", "month"] as const).map((period) => {
    const limit = period === "day" ? 25 : 400;
    const spent = Math.min(limit, limit * pace * 0.55);
    const held = Math.min(limit - spent, 3.125);
    const presumed = period === "day" ? 0 : Math.min(limit - spent - held, 4.5);
    return {
      scope: scope as Window["scope"],
      scope_id: id,
      period,
      window_start: ago(period === "day" ? 600 : 20_000),
      window_end: ago(period === "day" ? -840 : -23_200),
      limit: limit.toFixed(9),
      spent: spent.toFixed(9),
      raised: period === "month" && scope === "key" ? "100.000000000" : "0",
      presumed: presumed.toFixed(9),
      held: held.toFixed(9),
      remaining: (limit - spent - presumed - held).toFixed(9),
      exhausted_at: spent + held >= limit ? ago(0) : pace > 1 ? ago(-400) : null,
      as_of: ago(0),
    };
  });
}
