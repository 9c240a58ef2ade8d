import { formatMoney, formatMoneyExactly, type Decimal } from "@/lib/money";
import { MASKED_COST } from "@/lib/mask";
import { usePrivacy } from "@/lib/privacy";
import { useStrings } from "@/lib/i18n";
import { useMoments } from "./moments";
import { Hint } from "./hint";
import { Unknown } from "./unknown";
import classes from "./figure.module.css";

interface MoneyProps {
  amount: Decimal | null | undefined;
  currency?: string;
  provenance?: "gateway" | "provider" | "estimated" | "node";
  asOf?: string | null;
  /** Why the amount is unknown. */
  unknownBecause?: string;
  /** How many requests the amount leaves out, because nobody knows what they cost. */
  unpriced?: number;
  /** More to know about this amount. */
  note?: string;
}

/** The one way to show an amount: short, with all digits, source and age behind it. */
export function Money(props: MoneyProps) {
  const { amount, currency = "USD", provenance, asOf, unknownBecause, unpriced = 0, note } = props;
  const { common, locale } = useStrings();
  const { hidden } = usePrivacy();
  const { relative } = useMoments();
  const age = asOf && common.asOf(relative(asOf));
  if (amount == null) {
    return <Unknown because={unknownBecause ?? common.noFigure} note={age} />;
  }
  const incomplete = unpriced > 0 && (
    <span className={classes.unpriced}>{common.unknownCostShort(unpriced)}</span>
  );
  if (hidden) {
    return (
      <span>
        {incomplete}
        {MASKED_COST}
      </span>
    );
  }
  const exactly = formatMoneyExactly(amount, currency, locale);
  const source = provenance && common.provenance[provenance];
  const leftOut = unpriced > 0 && common.unknownCost(unpriced);
  return (
    <Hint lines={[exactly, source, age, leftOut, note]}>
      {incomplete}
      {formatMoney(amount, currency, locale)}
    </Hint>
  );
}
