import type {
  AccountUsage,
  CannotTell,
  PollPlan,
  ProviderQuota,
  ProviderUsage,
} from "../src/lib/api/types.ts";
import { ago } from "./mock-data.ts";
import { statuses } from "./mock-figures.ts";
import type { MockRequest } from "./mock-answers.ts";

const quota = (change: Partial<ProviderQuota>): ProviderQuota => ({
  key_id: null,
  holder: null,
  plan: null,
  name: "credits",
  unit: "USD",
  unlimited: false,
  entitlement: null,
  remaining: null,
  overage: null,
  overage_permitted: null,
  resets_at: null,
  as_of: ago(4),
  ...change,
});

const copilot: AccountUsage["account"] = {
  account_id: "account-copilot",
  provider: "github-copilot",
  name: "acme-copilot",
  status: "ok",
  message: null,
  last_good_at: ago(3),
  as_of: ago(3),
  stale: false,
  next_poll_at: ago(-12),
};

const of = (account: AccountUsage["account"], change: Partial<AccountUsage>): AccountUsage => ({
  account,
  parts: [],
  spend: [],
  usage: null,
  quotas: [],
  keys_over: [],
  last_poll: { calls: 4, bytes: 18_231, took_ms: 912 },
  ...change,
});

const [anthropic, openrouter] = statuses as [AccountUsage["account"], AccountUsage["account"]];

const accounts = [
  of(anthropic, {
    parts: [
      { part: "cost", status: "ok", error: null, as_of: ago(540) },
      {
        part: "usage",
        status: "timeout",
        error: "Anthropic did not answer in time. It is tried again by itself.",
        as_of: ago(700),
      },
    ],
    spend: [
      {
        currency: "USD",
        today: "61.250000000",
        month: "1842.910000000",
        today_usd: "61.250000000",
        month_usd: "1842.910000000",
      },
    ],
    usage: { requests: null, input: 482_113_902, output: 61_220_117 },
  }),
  of(openrouter, {
    spend: [
      {
        currency: "EUR",
        today: "0.004120000",
        month: "608.100000000",
        today_usd: "0.004459076",
        month_usd: "658.146630000",
      },
    ],
    usage: { requests: 48_112, input: 91_200_400, output: 8_004_113 },
    keys_over: [
      {
        key_id: "key-1",
        provider_key_id: "apikey_011Rj2N8SVvo6BePZj99NhmiT",
        standing: "disabled",
        since: ago(190),
      },
      {
        key_id: "key-3",
        provider_key_id: "apikey_013Rj2N8SVvo6BePZj99NhmiT",
        standing: "gone",
        since: ago(2_900),
      },
    ],
    quotas: [
      quota({ entitlement: "1000", remaining: "91.4", overage_permitted: false, as_of: ago(900) }),
    ],
  }),
  of(copilot, {
    quotas: [
      quota({
        holder: "octocat",
        plan: "business",
        name: "premium_interactions",
        unit: "requests",
        entitlement: "300",
        remaining: "112.5",
        overage: "0",
        overage_permitted: true,
        resets_at: ago(-12_000),
      }),
      quota({
        holder: "octocat",
        plan: "business",
        name: "chat",
        unit: "messages",
        unlimited: true,
      }),
      quota({ holder: "hubot", name: "completions", unit: "completions" }),
    ],
  }),
];

const LACKS: Record<string, CannotTell[]> = {
  anthropic: [
    {
      what: "quota",
      instead: "Anthropic does not tell what credit is left. See Billing in its Console.",
    },
    {
      what: "usage_requests",
      instead: "Anthropic counts no requests. What passes the gateway is counted here.",
    },
  ],
  openrouter: [{ what: "usage_by_hour", instead: "OpenRouter tells usage by the day." }],
  "github-copilot": [
    {
      what: "per_key_cost",
      instead: "GitHub bills seats, not tokens. See Billing of the organization.",
    },
  ],
};

const NAMES = [
  ["anthropic", "Anthropic"],
  ["openai", "OpenAI"],
  ["openrouter", "OpenRouter"],
  ["mistral", "Mistral"],
  ["github-copilot", "GitHub Copilot"],
] as const;

export const providers = (): ProviderUsage[] =>
  NAMES.map(([provider, name]) => {
    const own = accounts.filter(({ account }) => account.provider === provider);
    return {
      provider,
      name,
      as_of: own[0]?.account.as_of ?? null,
      stale: own.some(({ account }) => account.stale),
      error: own[0]?.account.message ?? null,
      accounts: own,
      cannot_tell: LACKS[provider] ?? [],
    };
  });

const ELSEWHERE: PollPlan["in_force"] = {
  interval: "PT30M",
  parts: ["cost", "usage", "quota", "keys"],
  backfill_days: 30,
  bucket: "hour",
};
const plans = new Map<string, PollPlan["chosen"]>();

export function plan(id: string): PollPlan {
  const chosen = plans.get(id) ?? {
    interval: null,
    parts: null,
    backfill_days: null,
    bucket: null,
  };
  const set = Object.entries(chosen).filter(([, value]) => value !== null);
  return { chosen, in_force: { ...ELSEWHERE, ...Object.fromEntries(set) } };
}

export function setPlan(id: string, body: MockRequest["body"]): PollPlan {
  plans.set(id, body);
  return plan(id);
}
