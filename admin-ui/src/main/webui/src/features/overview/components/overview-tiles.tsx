import { Change, Money, Quantity } from "@/components/ui/figure";
import { Tile, Tiles } from "@/components/ui/page/tile";
import type { Overview, Totals } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { toNanos } from "@/lib/money";
import { formatCompact, formatShare } from "@/lib/quantity";

export function OverviewTiles({ overview }: { overview: Overview }) {
  const { overview: text, common, locale } = useStrings();
  const { previous, requests, errors, input_tokens, output_tokens } = overview;
  const compact = (value: number) => formatCompact(value, locale);
  const unknown = overview.unknown_cost_requests;
  return (
    <Tiles>
      <Tile
        label={text.requests}
        figure={<Quantity value={requests} compact />}
        aside={<Change now={requests} before={previous.requests} />}
      />
      <Tile
        label={text.errors}
        figure={<Quantity value={errors} compact />}
        aside={<Change now={errors} before={previous.errors} />}
        note={requests > 0 && text.errorShare(formatShare(errors / requests, locale))}
      />
      <Tile
        label={text.tokens}
        figure={<Quantity value={input_tokens + output_tokens} compact />}
        aside={<Change now={tokens(overview)} before={tokens(previous)} />}
        note={text.inAndOut(compact(input_tokens), compact(output_tokens))}
      />
      <Tile
        label={text.cost}
        figure={
          <Money
            amount={overview.cost}
            provenance={overview.provenance}
            asOf={overview.as_of}
            unknownBecause={unknown > 0 ? common.unpriced : common.noFigure}
          />
        }
        aside={
          overview.cost !== null &&
          previous.cost !== null && (
            <Change now={plotted(overview.cost)} before={plotted(previous.cost)} />
          )
        }
        note={unknown > 0 && common.unknownCost(unknown)}
      />
    </Tiles>
  );
}

function tokens({ input_tokens, output_tokens }: Totals): number {
  return input_tokens + output_tokens;
}

/** A relative change needs no more digits than a number has. */
function plotted(amount: string): number {
  return Number(toNanos(amount));
}
