import { Hint, Unknown } from "@/components/ui/figure";
import type { TokenPrices } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { MASKED_COST } from "@/lib/mask";
import type { Decimal } from "@/lib/money";
import { usePrivacy } from "@/lib/privacy";
import { formatPrice, saidIn, type PricedClass } from "../classes";

interface PriceProps {
  of: PricedClass;
  price: Decimal | null | undefined;
}

/** What one class costs, to the last digit, with its unit behind it. */
export function Price({ of, price }: PriceProps) {
  const { prices: text, locale } = useAllStrings();
  const { hidden } = usePrivacy();
  if (price == null) {
    return <Unknown because={text.unknown} />;
  }
  return hidden ? (
    <span>{MASKED_COST}</span>
  ) : (
    <Hint lines={[of === "web_search" ? text.perThousand : text.perMillion]}>
      <span className="numeric">{formatPrice(price, locale)}</span>
    </Hint>
  );
}

/** All that is said, in one line. */
export function PriceLine({ of: prices }: { of: TokenPrices }) {
  const { prices: text, locale } = useAllStrings();
  const { hidden } = usePrivacy();
  return saidIn(prices)
    .map(
      ([one, price]) => `${text.classes[one]} ${hidden ? MASKED_COST : formatPrice(price, locale)}`,
    )
    .join(" · ");
}
