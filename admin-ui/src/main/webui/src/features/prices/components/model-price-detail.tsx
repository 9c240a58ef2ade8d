import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import type { ModelPrice } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { PriceFacts } from "./price-facts";

/** All that is known of what one model costs here. */
export function ModelPriceDetail({ of: price }: { of: ModelPrice }) {
  const { prices: text, locale } = useAllStrings();
  const count = new Intl.NumberFormat(locale);
  return (
    <Detail title={price.model}>
      <Facts
        facts={[
          [text.provider, providerName(price.provider)],
          [text.whose, price.overridden ? text.ours : text.theirs],
          [text.contextWindow, price.context_window && count.format(price.context_window)],
          [text.maxOutput, price.max_output && count.format(price.max_output)],
          [text.version, price.price_version],
        ]}
      />
      <Section title={text.usually}>
        <PriceFacts of={price.prices} />
      </Section>
      {price.long_context.map(({ above, prices }) => (
        <Section key={above} title={text.above(count.format(above))}>
          <PriceFacts of={prices} />
        </Section>
      ))}
      {price.tiers.map(({ service_tier, prices }) => (
        <Section key={service_tier} title={text.inTier(service_tier)}>
          <PriceFacts of={prices} />
        </Section>
      ))}
      {price.factors.length > 0 && (
        <Section title={text.factors}>
          <Facts
            facts={price.factors.map(({ on, value, factor }) => [
              `${on.replaceAll("_", " ")} ${value}`,
              `× ${factor}`,
            ])}
          />
        </Section>
      )}
    </Detail>
  );
}
