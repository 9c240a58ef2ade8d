import { Moment, Money, Quantity } from "@/components/ui/figure";
import { Facts } from "@/components/ui/page/facts";
import type { Repricing } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

/** What pricing again has changed, or would change, as far as it has come. */
export function RepricingFacts({ of: repricing }: { of: Repricing }) {
  const { prices } = useAllStrings();
  const text = prices.reprice;
  return (
    <Facts
      facts={[
        [
          text.progress,
          repricing.state === "done" ? (
            text.states.done
          ) : (
            <>
              {text.states.running} · <Moment at={repricing.reached_at} />
            </>
          ),
        ],
        [text.requests, <Quantity key="requests" value={repricing.requests} />],
        [text.changed, <Quantity key="changed" value={repricing.requests_changed} />],
        [text.priced, <Quantity key="priced" value={repricing.requests_priced} />],
        [text.unpriced, <Quantity key="unpriced" value={repricing.requests_unpriced} />],
        [text.before, <Money key="before" amount={repricing.cost_before} provenance="gateway" />],
        [text.after, <Money key="after" amount={repricing.cost_after} provenance="gateway" />],
      ]}
    />
  );
}
