import { Hint, Moment, Money } from "@/components/ui/figure";
import { Tile, Tiles } from "@/components/ui/page/tile";
import type { Reconciliation } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { totalsOf } from "../totals";
import { Coverage } from "./coverage";

export function CostTiles({ accounts }: { accounts: Reconciliation[] }) {
  const { costs, common } = useStrings();
  const totals = totalsOf(accounts);
  const asOf = (at: string | null) =>
    at && (
      <>
        {common.asOf("")} <Moment at={at} />
      </>
    );
  return (
    <Tiles>
      <Tile
        label={costs.gateway}
        figure={
          <Money
            amount={totals.gateway}
            provenance="gateway"
            asOf={totals.gatewayAsOf}
            unknownBecause={costs.noGatewayFigure}
          />
        }
        note={asOf(totals.gatewayAsOf)}
      />
      <Tile
        label={costs.provider}
        figure={
          <Money
            amount={totals.provider}
            provenance="provider"
            asOf={totals.providerAsOf}
            unknownBecause={costs.noProviderFigure}
            note={totals.complete ? undefined : costs.incomplete}
          />
        }
        note={asOf(totals.providerAsOf)}
      />
      <Tile
        label={<Hint lines={[costs.driftHint]}>{costs.drift}</Hint>}
        figure={<Money amount={totals.drift} unknownBecause={costs.noProviderFigure} />}
        note={!totals.complete && costs.incomplete}
      />
      <Tile
        label={<Hint lines={[costs.coverageHint]}>{costs.coverage}</Hint>}
        figure={<Coverage share={totals.coverage} />}
      />
    </Tiles>
  );
}
