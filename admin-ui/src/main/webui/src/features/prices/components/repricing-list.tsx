import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Money, Name, Quantity } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, type Column } from "@/components/ui/table";
import type { Repricing } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { formatSpan } from "@/lib/time";
import { browserZone } from "@/lib/zone";
import { useRepricings } from "../api";

/** When history was priced again, by whom, why and with what result. */
export function RepricingList() {
  const strings = useAllStrings();
  const columns = useMemo(() => columnsOf(strings), [strings]);
  return (
    <DataTable
      name="repricings"
      caption={strings.prices.repricings}
      columns={columns}
      list={useRepricings()}
      idOf={({ id }) => id}
      maxHeight="calc(100dvh - 260px)"
      empty={<EmptyState {...strings.prices.noRepricings} />}
    />
  );
}

function columnsOf({ prices, locale }: Strings): Column<Repricing>[] {
  const text = prices.reprice;
  const span = ({ from, to }: Repricing) =>
    formatSpan({ from: Date.parse(from), to: Date.parse(to) }, browserZone, locale);
  return [
    {
      id: "at",
      header: text.at,
      fixed: true,
      cell: ({ created_at }) => <Moment at={created_at} />,
    },
    { id: "by", header: text.by, cell: ({ created_by }) => <Name>{created_by}</Name> },
    {
      id: "state",
      header: prices.state,
      cell: ({ state, dry_run }) => {
        const words = dry_run ? text.dryStates : text.states;
        return state === "done" ? (
          <StateBadge state="success" label={words.done} />
        ) : (
          <StateBadge state="running" label={words.running} />
        );
      },
    },
    { id: "span", header: text.span, cell: span },
    { id: "model", header: prices.model, cell: ({ model }) => model ?? text.all },
    {
      id: "changed",
      header: text.changed,
      numeric: true,
      cell: ({ requests_changed }) => <Quantity value={requests_changed} />,
    },
    {
      id: "before",
      header: text.before,
      numeric: true,
      cell: ({ cost_before }) => <Money amount={cost_before} provenance="gateway" />,
    },
    {
      id: "after",
      header: text.after,
      numeric: true,
      cell: ({ cost_after }) => <Money amount={cost_after} provenance="gateway" />,
    },
    { id: "reason", header: text.why, cell: ({ reason }) => reason },
  ];
}
