import { formatCompact, formatExact } from "@/lib/quantity";
import { useStrings } from "@/lib/i18n";
import { Hint } from "./hint";

/** A count: exact in tables, compact in tiles with the exact one behind it. */
export function Quantity({ value, compact = false }: { value: number; compact?: boolean }) {
  const { locale } = useStrings();
  const exact = formatExact(value, locale);
  const short = formatCompact(value, locale);
  if (!compact || short === exact) {
    return <span className="numeric">{exact}</span>;
  }
  return <Hint lines={[exact]}>{short}</Hint>;
}
