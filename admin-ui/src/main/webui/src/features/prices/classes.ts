import type { TokenPrices } from "@/lib/api/types";
import type { Decimal } from "@/lib/money";

/** What is priced for itself; USD per million tokens, searches of the web per thousand. */
export const CLASSES = [
  "input",
  "output",
  "cache_read",
  "cache_write5m",
  "cache_write1h",
  "reasoning",
  "audio_in",
  "audio_out",
  "image",
  "web_search",
] as const satisfies (keyof TokenPrices)[];

export type PricedClass = (typeof CLASSES)[number];

/** Those that something is said of, in the order of the form. */
export function saidIn(prices: TokenPrices): [PricedClass, Decimal][] {
  return CLASSES.flatMap((one) => {
    const price = prices[one];
    return price == null ? [] : [[one, price] satisfies [PricedClass, Decimal]];
  });
}

/** With all of its digits: the price of a million tokens has more than cents. */
export function formatPrice(price: Decimal, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: 9,
  }).format(price as `${number}`);
}
