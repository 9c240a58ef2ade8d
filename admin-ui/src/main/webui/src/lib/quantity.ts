/** `1.2 M` for tiles, where the exact figure stands in the tooltip. */
export function formatCompact(value: number, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    notation: "compact",
    maximumFractionDigits: 1,
  }).formatToParts(value);
  return parts
    .map((part, at) =>
      part.type === "compact" && parts[at - 1]?.type !== "literal" ? ` ${part.value}` : part.value,
    )
    .join("");
}

export function formatExact(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** A share of one as a percentage. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(
    share,
  );
}

/** Relative change with its sign; null where there is nothing to compare with. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before;
}

export function formatChange(change: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0,
  }).format(change);
}
