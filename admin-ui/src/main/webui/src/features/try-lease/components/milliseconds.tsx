import { useAllStrings } from "@/lib/i18n/all";
import { formatExact } from "@/lib/quantity";

/** How long something took; what has not come yet has no time. */
export function Milliseconds({ of: value }: { of: number | null }) {
  const { locale } = useAllStrings();
  return (
    <span className="numeric">{value === null ? "–" : `${formatExact(value, locale)} ms`}</span>
  );
}
