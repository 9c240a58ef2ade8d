import type { QuotaHistoryItem } from "../src/lib/api/types.ts";
import type { MockRequest } from "./mock-answers.ts";

const HOUR = 3_600_000;
const HOURS = 40 * 24;
const now = Math.floor(Date.now() / HOUR) * HOUR;

/** Used up little by little, and filled up again every two weeks. */
const left = (hour: number, whole: number) =>
  (whole * (1 - ((HOURS - hour) % (14 * 24)) / (15 * 24))).toFixed(2);

const item = (hour: number, said: Partial<QuotaHistoryItem>): QuotaHistoryItem => ({
  id: `${said.account_id}-${hour}`,
  account_id: "",
  provider: "",
  key_id: null,
  holder: null,
  plan: null,
  as_of: new Date(now - hour * HOUR).toISOString(),
  quotas: [],
  ...said,
});

const items = Array.from({ length: HOURS }, (_, at) => HOURS - at).flatMap((hour) => [
  item(hour, {
    account_id: "account-openrouter",
    provider: "openrouter",
    quotas: [quota("credits", "USD", "1000", left(hour, 1_000))],
  }),
  ...(hour % 3 === 0
    ? [
        item(hour, {
          account_id: "account-copilot",
          provider: "github-copilot",
          holder: "octocat",
          plan: "business",
          quotas: [quota("premium_interactions", "requests", "300", left(hour + 90, 300))],
        }),
      ]
    : []),
]);

function quota(name: string, unit: string, entitlement: string, remaining: string) {
  return {
    name,
    unit,
    unlimited: false,
    entitlement,
    remaining,
    overage: null,
    resets_at: null,
  };
}

export function quotaHistory({ query }: MockRequest): QuotaHistoryItem[] {
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? "~"];
  return items.filter(
    ({ account_id, provider, as_of }) =>
      as_of >= from &&
      as_of < to &&
      (!query.has("account_id") || account_id === query.get("account_id")) &&
      (!query.has("provider") || provider === query.get("provider")),
  );
}
