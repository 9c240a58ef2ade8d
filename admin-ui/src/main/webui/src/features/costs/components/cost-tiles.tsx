import { Fragment, type ReactNode } from "react";
import { Hint, Moment, Money, Pending } from "@/components/ui/figure";
import { Tile, Tiles } from "@/components/ui/page/tile";
import { useOverview } from "@/features/stats/api";
import { useAllStrings } from "@/lib/i18n/all";
import { useReconciliation } from "../api";
import { totalsOf, type CostTotals } from "../totals";
import { Coverage } from "./coverage";

/** What it cost by our own count, what was billed, and how well the two agree. */
export function CostTiles() {
  const { costs, common } = useAllStrings();
  const { data, error } = useReconciliation();
  const totals = data && totalsOf(data.items);
  const figure = (of: (known: CostTotals) => ReactNode) =>
    totals ? of(totals) : <Pending error={error} />;
  const leftOut = totals && totals.unpriced > 0 && common.unknownCost(totals.unpriced);
  const incomplete = totals?.complete === false && costs.incomplete;
  return (
    <Tiles>
      <GatewayTile totals={totals} />
      <Tile
        label={costs.provider}
        figure={figure(({ provider, providerAsOf }) => (
          <Money
            amount={provider}
            provenance="provider"
            asOf={providerAsOf}
            unknownBecause={costs.noProviderFigure}
            note={incomplete || undefined}
          />
        ))}
        note={<AsOf at={totals?.providerAsOf} />}
      />
      <Tile
        label={<Hint lines={[costs.driftHint]}>{costs.drift}</Hint>}
        figure={figure(({ drift }) => (
          <Money amount={drift} unknownBecause={costs.noProviderFigure} />
        ))}
        note={notes(leftOut, incomplete)}
      />
      <Tile
        label={<Hint lines={[costs.coverageHint]}>{costs.coverage}</Hint>}
        figure={figure(({ coverage, provider }) => (
          <Coverage share={coverage} billed={provider} />
        ))}
      />
    </Tiles>
  );
}

/** All that was measured, and how much of it there are bills to compare with. */
function GatewayTile({ totals }: { totals: CostTotals | undefined }) {
  const { costs, common } = useAllStrings();
  const { data, error } = useOverview();
  const unknown = data?.unknown_cost_requests ?? 0;
  return (
    <Tile
      label={costs.gateway}
      figure={
        data ? (
          <Money
            amount={data.cost}
            provenance={data.provenance}
            asOf={data.as_of}
            unknownBecause={unknown > 0 ? common.unpriced : common.noFigure}
          />
        ) : (
          <Pending error={error} />
        )
      }
      note={notes(
        unknown > 0 && common.unknownCost(unknown),
        data?.as_of && <AsOf at={data.as_of} />,
        totals?.compared != null && (
          <>
            <Money amount={totals.compared} note={costs.comparedHint} /> {costs.compared}
          </>
        ),
      )}
    />
  );
}

/** What there is to say under a figure, in one line. */
function notes(...parts: ReactNode[]): ReactNode {
  return parts.filter(Boolean).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && " · "}
      {part}
    </Fragment>
  ));
}

function AsOf({ at }: { at: string | null | undefined }) {
  const { common } = useAllStrings();
  return (
    at && (
      <>
        {common.asOf("")} <Moment at={at} />
      </>
    )
  );
}
