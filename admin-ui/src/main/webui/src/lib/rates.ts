import type { Strings } from "@/lib/i18n";
import { formatMoney, type Decimal } from "@/lib/money";

/** What bills are compared in. */
export const USD = "USD";

export interface Converted {
  currency: string;
  amount: Decimal;
  /** The same twice where there is one rate. */
  rates: [Decimal, Decimal];
  /** Days such as `2026-11-20`; the same twice where there is one. */
  days: [string, string];
  sources: string[];
}

/** By which rate an amount became dollars, of which day, and whose it is. */
export function rateText(
  { currency, amount, rates, days, sources }: Converted,
  text: Strings["costs"],
  locale: string,
): string {
  const names = sources.map((source) =>
    isKnown(source, text) ? text.rateSources[source] : source,
  );
  return text.convertedAt(
    formatMoney(amount, currency, locale),
    range(rates.map((rate) => formatRate(rate, locale))),
    formatDays(days, locale),
    names.join(", "),
  );
}

function isKnown(source: string, text: Strings["costs"]): source is keyof typeof text.rateSources {
  return Object.hasOwn(text.rateSources, source);
}

function range([lowest = "", highest = ""]: string[]): string {
  return lowest === highest ? lowest : `${lowest} – ${highest}`;
}

/** Rates have up to twelve digits; Intl takes decimal strings as they are. */
function formatRate(rate: Decimal, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(rate as `${number}`);
}

function formatDays([first, last]: [string, string], locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).formatRange(
    Date.parse(first),
    Date.parse(last),
  );
}
