import type { HistoryItem } from "@/lib/api/types";
import { sumOf, type Decimal } from "@/lib/money";

/** Names an interval of an account, and which of the things that were said of it. */
export function idOf({ kind, account_id, from, to, revision }: HistoryItem): string {
  return [kind, account_id, from, to, revision].join("~");
}

/** Whether two of them are about the same. */
export function isSameInterval(one: HistoryItem, other: HistoryItem): boolean {
  return (
    one.kind === other.kind &&
    one.account_id === other.account_id &&
    Date.parse(one.from) === Date.parse(other.from) &&
    Date.parse(one.to) === Date.parse(other.to)
  );
}

/** What was charged in all, by currency. */
export function chargedIn({ costs }: HistoryItem): { currency: string; amount: Decimal }[] {
  const currencies = [...new Set(costs.map(({ currency }) => currency))];
  return currencies.flatMap((currency) => {
    const amount = sumOf(
      costs.filter((cost) => cost.currency === currency).map((cost) => cost.amount),
    );
    return amount === null ? [] : [{ currency, amount }];
  });
}

export interface Used {
  requests: number | null;
  /** Cached or not. */
  input: number | null;
  /** Reasoning included. */
  output: number | null;
}

/** What was used in all; null where none of it was told, which is not zero. */
export function usedIn({ samples }: HistoryItem): Used {
  return {
    requests: total(samples.map(({ requests }) => requests)),
    input: total(
      samples.flatMap((one) => [
        one.input,
        one.cache_read,
        one.cache_write_short,
        one.cache_write_long,
      ]),
    ),
    output: total(samples.flatMap(({ output, reasoning }) => [output, reasoning])),
  };
}

function total(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
