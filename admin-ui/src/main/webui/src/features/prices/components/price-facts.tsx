import { Facts } from "@/components/ui/page/facts";
import type { TokenPrices } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { saidIn } from "../classes";
import { Price } from "./price";

/** What each class costs that something is said of. */
export function PriceFacts({ of: prices }: { of: TokenPrices }) {
  const { prices: text } = useAllStrings();
  return (
    <Facts
      facts={saidIn(prices).map(([one, price]) => [
        text.classes[one],
        <Price key={one} of={one} price={price} />,
      ])}
    />
  );
}
