import { Fragment } from "react";
import { Money, Quantity, Unknown } from "@/components/ui/figure";
import type { HistoryItem } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { formatSpan } from "@/lib/time";
import { browserZone } from "@/lib/zone";
import { chargedIn, usedIn } from "../figures";

export function Interval({ of: { from, to } }: { of: HistoryItem }) {
  const { locale } = useAllStrings();
  return <>{formatSpan({ from: Date.parse(from), to: Date.parse(to) }, browserZone, locale)}</>;
}

/** What it comes to: money, or tokens. */
export function Figure({ of: item }: { of: HistoryItem }) {
  return item.kind === "cost" ? <Charged of={item} /> : <UsedUp of={item} />;
}

function Charged({ of: item }: { of: HistoryItem }) {
  const { providers } = useAllStrings();
  const sums = chargedIn(item);
  return sums.length === 0 ? (
    <>{providers.past.nothing}</>
  ) : (
    sums.map(({ currency, amount }, at) => (
      <Fragment key={currency}>
        {at > 0 && " + "}
        <Money amount={amount} currency={currency} provenance="provider" asOf={item.as_of} />
      </Fragment>
    ))
  );
}

function UsedUp({ of: item }: { of: HistoryItem }) {
  const { providers } = useAllStrings();
  const text = providers.past;
  if (item.samples.length === 0) {
    return <>{text.nothing}</>;
  }
  const { requests, input, output } = usedIn(item);
  const told = (value: number | null) =>
    value === null ? <Unknown because={providers.notTold} /> : <Quantity value={value} />;
  return (
    <span className="numeric">
      {told(input)} {text.in} · {told(output)} {text.out}
      {requests !== null && (
        <>
          {" · "}
          <Quantity value={requests} /> {text.requests}
        </>
      )}
    </span>
  );
}
