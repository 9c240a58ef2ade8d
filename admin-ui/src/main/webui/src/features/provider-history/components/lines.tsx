import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Money, Quantity } from "@/components/ui/figure";
import { DataTable, type Column } from "@/components/ui/table";
import type { CostFigure, HistoryItem, UsageFigure } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { rateText, USD } from "@/lib/rates";
import { wholeList } from "@/lib/use-pages";

type Numbered<T> = T & { at: number };

const numbered = <T,>(rows: T[]): Numbered<T>[] => rows.map((row, at) => ({ ...row, at }));
const placeOf = ({ at }: { at: number }) => String(at);

/** What a day's cost is the sum of. */
export function CostLines({ of: { costs, as_of } }: { of: HistoryItem }) {
  const strings = useAllStrings();
  const text = strings.providers.past;
  const columns = useMemo(() => costColumns(strings, as_of), [strings, as_of]);
  const rows = useMemo(() => numbered(costs), [costs]);
  return (
    <DataTable
      name="provider-cost-lines"
      caption={text.lines}
      columns={columns}
      list={wholeList(rows)}
      idOf={placeOf}
      maxHeight="50dvh"
      empty={<EmptyState title={text.nothing} />}
    />
  );
}

/** What a bucket's usage is the sum of; what no line tells of has no column. */
export function UsageLines({ of: { samples } }: { of: HistoryItem }) {
  const { providers } = useAllStrings();
  const text = providers.past;
  const rows = useMemo(() => numbered(samples), [samples]);
  const columns = useMemo(() => usageColumns(text, samples), [text, samples]);
  return (
    <DataTable
      name="provider-usage-lines"
      caption={text.lines}
      columns={columns}
      list={wholeList(rows)}
      idOf={placeOf}
      maxHeight="50dvh"
      empty={<EmptyState title={text.nothing} />}
    />
  );
}

function costColumns(strings: Strings, asOf: string): Column<Numbered<CostFigure>>[] {
  const text = strings.providers.past;
  return [
    { id: "model", header: text.model, fixed: true, cell: ({ model }) => model ?? "–" },
    {
      id: "amount",
      header: text.amount,
      numeric: true,
      cell: ({ amount, currency }) => (
        <Money amount={amount} currency={currency} provenance="provider" asOf={asOf} />
      ),
    },
    {
      id: "usd",
      header: USD,
      numeric: true,
      cell: (cost) => (
        <Money
          amount={cost.usd}
          provenance="provider"
          asOf={asOf}
          unknownBecause={strings.costs.noRate}
          note={rateOf(cost, strings)}
        />
      ),
    },
    { id: "words", header: text.words, cell: ({ description }) => description ?? "–" },
    { id: "key", header: text.key, cell: ({ provider_key_id }) => provider_key_id ?? "–" },
  ];
}

function rateOf(cost: CostFigure, { costs, locale }: Strings): string | undefined {
  const { currency, amount, rate, rate_date: day, rate_source: source } = cost;
  return rate && day && source
    ? rateText(
        { currency, amount, rates: [rate, rate], days: [day, day], sources: [source] },
        costs,
        locale,
      )
    : undefined;
}

const COUNTS = [
  "requests",
  "input",
  "cache_read",
  "cache_write_short",
  "cache_write_long",
  "output",
  "reasoning",
  "web_searches",
  "units",
] as const;

function usageColumns(
  text: Strings["providers"]["past"],
  samples: UsageFigure[],
): Column<Numbered<UsageFigure>>[] {
  const told = COUNTS.filter((count) => samples.some((sample) => sample[count] !== null));
  return [
    { id: "model", header: text.model, fixed: true, cell: ({ model, kind }) => model ?? kind },
    ...told.map((count) => ({
      id: count,
      header: text.counts[count],
      numeric: true,
      cell: (sample: UsageFigure) => {
        const value = sample[count];
        return value === null ? "–" : <Quantity value={value} />;
      },
    })),
    { id: "key", header: text.key, cell: ({ provider_key_id }) => provider_key_id ?? "–" },
    { id: "tier", header: text.tier, cell: ({ tier }) => tier ?? "–" },
  ];
}
