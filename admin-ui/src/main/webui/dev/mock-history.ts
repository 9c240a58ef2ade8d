import type { HistoryItem, RawResponseDetail, UsageFigure } from "../src/lib/api/types.ts";
import { ago } from "./mock-data.ts";
import type { MockRequest } from "./mock-answers.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const PAGE = 100;
const today = Math.floor(Date.now() / DAY) * DAY;
const iso = (instant: number) => new Date(instant).toISOString();

const MODELS = ["claude-opus-5", "claude-sonnet-4-5", "claude-haiku-4-5"];

const blank: UsageFigure = {
  kind: "messages",
  key_id: null,
  provider_key_id: null,
  model: null,
  provider_group_id: null,
  tier: null,
  requests: null,
  input: null,
  cache_read: null,
  cache_write_short: null,
  cache_write_long: null,
  output: null,
  reasoning: null,
  web_searches: null,
  units: null,
  unit: null,
  estimated_cost: null,
};

const cost = (day: number, at: number): HistoryItem => ({
  ...of("cost", "anthropic", today - day * DAY, DAY),
  revision: day === 3 ? 2 : 1,
  complete: day > 0,
  costs: MODELS.map((model, index) => ({
    key_id: null,
    provider_key_id: index === 0 ? "apikey_01Rj2N8SVvo6BePZj99NhmiT" : null,
    model,
    amount: (41.3 * (3 - index) + at * 1.7).toFixed(9),
    currency: "USD",
    usd: (41.3 * (3 - index) + at * 1.7).toFixed(9),
    rate: null,
    rate_date: null,
    rate_source: null,
    description: `${model} Usage - ${index === 1 ? "Output" : "Input"} Tokens`,
  })),
});

const usage = (hour: number): HistoryItem => ({
  ...of("usage", hour % 3 === 0 ? "openrouter" : "anthropic", today - hour * HOUR, HOUR),
  samples:
    hour % 17 === 5
      ? []
      : MODELS.slice(0, 1 + (hour % 3)).map((model, index) => ({
          ...blank,
          model,
          tier: index === 0 ? "standard" : null,
          provider_key_id: index === 0 ? "apikey_01Rj2N8SVvo6BePZj99NhmiT" : null,
          requests: hour % 3 === 0 ? 312 + hour : null,
          input: 1_204_113 - hour * 3_100,
          cache_read: index === 0 ? 902_000 : null,
          output: 88_120 + hour * 17,
        })),
});

function of(
  kind: HistoryItem["kind"],
  provider: string,
  from: number,
  length: number,
): HistoryItem {
  return {
    kind,
    account_id: `account-${provider}`,
    provider,
    from: iso(from),
    to: iso(from + length),
    revision: 1,
    complete: true,
    as_of: iso(Math.min(from + length + 5 * 60_000, Date.now())),
    read_at: ago(4),
    replaced_at: null,
    costs: [],
    samples: [],
  };
}

const history = [
  ...Array.from({ length: 30 }, (_, day) => cost(day, day)),
  ...Array.from({ length: 24 * 12 }, (_, hour) => usage(hour)),
].sort((one, other) => one.from.localeCompare(other.from));

const corrections = [3, 9].map((day): HistoryItem => ({
  ...cost(day, day - 2),
  revision: 1,
  replaced_at: ago(day * 700),
}));

/** By the hundred, so that the cursor is seen at work. */
export const listHistory = (request: MockRequest) => paged(request, history);
export const listCorrections = (request: MockRequest) => paged(request, corrections);

function paged({ query }: MockRequest, all: HistoryItem[]) {
  const wanted = (name: string, value: string) => !query.has(name) || query.get(name) === value;
  const from = Date.parse(query.get("from") ?? iso(0));
  const to = Date.parse(query.get("to") ?? iso(Date.now()));
  const fitting = all.filter(
    (item) =>
      wanted("kind", item.kind) &&
      wanted("provider", item.provider) &&
      wanted("account_id", item.account_id) &&
      Date.parse(item.to) > from &&
      Date.parse(item.from) < to,
  );
  const start = Number(query.get("cursor") ?? 0);
  const end = start + PAGE;
  return {
    items: fitting.slice(start, end),
    next_cursor: end < fitting.length ? String(end) : null,
  };
}

const answers: RawResponseDetail[] = Array.from({ length: 40 }, (_, at) => {
  const status = at === 2 ? 429 : at === 5 ? 0 : 200;
  const provider = at % 3 === 0 ? "openrouter" : "anthropic";
  const body =
    status === 200
      ? `{"data":[{"starting_at":"2026-11-20T00:00:00Z","results":[{"amount":"12.345678900","currency":"USD","model":"claude-opus-5"},{"amount":"0.1","currency":"USD","model":null}]}],"has_more":false,"next_page":null}`
      : status === 429
        ? `{"error":{"type":"rate_limit_error","message":"Too many requests"}}`
        : "";
  return {
    id: `answer-${at}`,
    account_id: `account-${provider}`,
    provider,
    method: "GET",
    path:
      provider === "anthropic"
        ? "/v1/organizations/cost_report?starting_at=2026-11-20T00:00:00Z&bucket_width=1d&group_by[]=description"
        : "/api/v1/activity?date=2026-11-20",
    status,
    body,
    bytes: body.length,
    truncated: at === 1,
    took_ms: 120 + at * 7,
    at: ago(at * 15 + 4),
  };
});

export const listAnswers = ({ query }: MockRequest) =>
  answers
    .filter(({ account_id }) => !query.has("account_id") || query.get("account_id") === account_id)
    .map((answer) => ({ ...answer, body: undefined }));

export const answerOf = (id: string) => answers.find((one) => one.id === id);
