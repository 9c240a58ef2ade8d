import { formatMoney, formatMoneyExactly, type Decimal } from "@/lib/money";
import { MASKED_COST } from "@/lib/mask";
import { usePrivacy } from "@/lib/privacy";
import { useStrings } from "@/lib/i18n";
import { useMoments } from "./moments";
import { Hint } from "./hint";
import { Unknown } from "./unknown";

interface MoneyProps {
  amount: Decimal | null | undefined;
  currency?: string;
  provenance?: "gateway" | "provider" | "estimated";
  asOf?: string | null;
  /** Why the amount is unknown. */
  unknownBecause?: string;
  /** More to know about this amount. */
  note?: string;
}

/** The one way to show an amount: short, with all digits, source and age behind it. */
export function Money(props: MoneyProps) {
  const { amount, currency = "USD", provenance, asOf, unknownBecause, note } = props;
  const { common, locale } = useStrings();
  const { hidden } = usePrivacy();
  const { relative } = useMoments();
  const age = asOf && common.asOf(relative(asOf));
  if (amount == null) {
    return <Unknown because={unknownBecause ?? common.noFigure} note={age} />;
  }
  if (hidden) {
    return <span>{MASKED_COST}</span>;
  }
  const exactly = formatMoneyExactly(amount, currency, locale);
  const source = provenance && common.provenance[provenance];
  return <Hint lines={[exactly, source, age, note]}>{formatMoney(amount, currency, locale)}</Hint>;
}
