import { Text } from "@mantine/core";
import { Money } from "@/components/ui/figure";
import type { Reconciliation } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { rateText } from "@/lib/rates";

/** What an account's provider billed, in what it is compared in; under it what that was, where it was something else. */
export function ProviderCost({ of: one }: { of: Reconciliation }) {
  const { costs: text } = useAllStrings();
  return (
    <>
      <Money
        amount={one.provider_cost}
        provenance="provider"
        asOf={one.provider_as_of}
        unknownBecause={
          one.other_currencies.length > 0
            ? text.otherCurrencies(one.other_currencies.join(", "))
            : text.noProviderFigure
        }
        note={one.complete ? undefined : text.incomplete}
      />
      {one.converted.map((part) => (
        <Text key={part.currency} size="xs" c="dimmed" component="span">
          {text.convertedFrom} <Billed of={part} />
        </Text>
      ))}
    </>
  );
}

/** By which rates of which days it became dollars is told behind it. */
function Billed({ of: part }: { of: Reconciliation["converted"][number] }) {
  const { costs, locale } = useAllStrings();
  const rates = rateText(
    {
      currency: part.currency,
      amount: part.amount,
      rates: [part.lowest_rate, part.highest_rate],
      days: [part.first_rate_date, part.last_rate_date],
      sources: part.rate_sources,
    },
    costs,
    locale,
  );
  return <Money amount={part.amount} currency={part.currency} provenance="provider" note={rates} />;
}
