/**
 * Amounts travel as decimal strings and are added as whole nano-units: a floating-point number
 * would lose the last digits of a sum.
 */
export type Decimal = string;

const NANOS = 1_000_000_000n;
const CENT = 10_000_000n;

export function toNanos(amount: Decimal): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,9})0*)?$/.exec(amount);
  if (!match) {
    throw new RangeError(`not an amount: ${amount}`);
  }
  const [, sign, whole = "0", fraction = ""] = match;
  const nanos = BigInt(whole) * NANOS + BigInt(fraction.padEnd(9, "0"));
  return sign ? -nanos : nanos;
}

export function fromNanos(nanos: bigint): Decimal {
  const magnitude = nanos < 0n ? -nanos : nanos;
  const fraction = (magnitude % NANOS).toString().padStart(9, "0");
  return `${nanos < 0n ? "-" : ""}${magnitude / NANOS}.${fraction}`;
}

/** As a person would write it into a field: `25`, `12.5`. */
export function toTyped(amount: Decimal): Decimal {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** The sum of what is known; null where nothing is, because an unknown amount is never zero. */
export function sumOf(amounts: (Decimal | null | undefined)[]): Decimal | null {
  const known = amounts.filter((amount): amount is Decimal => amount != null);
  return known.length === 0
    ? null
    : fromNanos(known.reduce((sum, amount) => sum + toNanos(amount), 0n));
}

/** Cents, and six digits where an amount other than zero is below a cent. */
export function formatMoney(amount: Decimal, currency: string, locale: string): string {
  const nanos = toNanos(amount);
  const tiny = nanos !== 0n && nanos < CENT && nanos > -CENT;
  return format(amount, currency, locale, tiny ? 6 : 2);
}

/** All nine digits, as they are booked. */
export function formatMoneyExactly(amount: Decimal, currency: string, locale: string): string {
  return format(amount, currency, locale, 9);
}

function format(amount: Decimal, currency: string, locale: string, digits: number): string {
  const formatter = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Intl takes decimal strings as they are; TypeScript asks for the narrower template type.
  return formatter.format(amount as `${number}`);
}
