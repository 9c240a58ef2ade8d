import { Text } from "@mantine/core";
import { CsvButton } from "@/components/ui/csv-button";
import { Money, Name, Quantity } from "@/components/ui/figure";
import { Card } from "@/components/ui/page/card";
import { Loaded } from "@/components/ui/loaded";
import type { Breakdown, BreakdownBy } from "@/lib/api/types";
import type { Cell } from "@/lib/csv";
import { useStrings } from "@/lib/i18n";
import { usePrivacy } from "@/lib/privacy";
import { formatShare } from "@/lib/quantity";
import { useBreakdown } from "../api";
import { topRows, type TopRow } from "../top-rows";
import classes from "./top-list.module.css";

const LIMIT = 8;

/** The largest by cost with their shares, and the rest summed. */
export function TopList({ title, by }: { title: string; by: BreakdownBy }) {
  const { overview } = useStrings();
  const breakdown = useBreakdown(by, LIMIT);
  const rows = useTopRows(breakdown.data, by);
  const asOf = new Date(breakdown.dataUpdatedAt).toISOString();
  return (
    <Card title={title} actions={<TopCsv by={by} rows={rows} />}>
      <Loaded query={breakdown} height={220}>
        {() =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              {overview.empty.title}
            </Text>
          ) : (
            <TopTable caption={title} rows={rows} asOf={asOf} />
          )
        }
      </Loaded>
    </Card>
  );
}

function useTopRows(breakdown: Breakdown | undefined, by: BreakdownBy): TopRow[] {
  const { overview } = useStrings();
  const unnamed = by === "domain" ? overview.noDomain : "–";
  return breakdown ? topRows(breakdown, { unnamed, rest: overview.rest }) : [];
}

function TopCsv({ by, rows }: { by: BreakdownBy; rows: TopRow[] }) {
  const { overview, common } = useStrings();
  const { hidden } = usePrivacy();
  const head = [
    overview.name,
    overview.requests,
    overview.inputTokens,
    overview.outputTokens,
    overview.cost,
    common.chart.unpriced,
    overview.share,
  ];
  const cells = (): Cell[][] =>
    rows.map((row) => [
      row.label,
      row.requests,
      row.input_tokens,
      row.output_tokens,
      row.cost,
      row.unknown_cost_requests,
      row.share,
    ]);
  return <CsvButton file={`top-${by}`} head={head} rows={cells} disabled={hidden} />;
}

function TopTable(props: { caption: string; rows: TopRow[]; asOf: string }) {
  const { overview } = useStrings();
  return (
    <table className={classes.table}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{overview.name}</th>
          <th scope="col">{overview.requests}</th>
          <th scope="col">{overview.cost}</th>
          <th scope="col" className={classes.share}>
            {overview.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.key} row={row} asOf={props.asOf} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, asOf }: { row: TopRow; asOf: string }) {
  const { common, locale } = useStrings();
  const share = Number(row.share);
  return (
    <tr>
      <th scope="row">
        <span className={classes.bar} style={{ width: `${share * 100}%` }} />
        <span className={classes.label} title={row.named ? undefined : row.label}>
          {row.named ? <Name>{row.label}</Name> : row.label}
        </span>
      </th>
      <td>
        <Quantity value={row.requests} />
      </td>
      <td>
        <Money
          amount={row.cost}
          asOf={asOf}
          unknownBecause={common.unpriced}
          unpriced={row.unknown_cost_requests}
        />
      </td>
      <td className={classes.share}>{formatShare(share, locale)}</td>
    </tr>
  );
}
