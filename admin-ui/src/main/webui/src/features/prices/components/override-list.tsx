import { getRouteApi } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/figure";
import { Loading } from "@/components/ui/loading";
import { DetailDrawer } from "@/components/ui/page/detail";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { PriceOverride } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { useClock } from "@/lib/use-clock";
import { useOverrides } from "../api";
import { stateOf } from "../price-form";
import { OverrideDetail } from "./override-detail";
import { PriceLine } from "./price";

const route = getRouteApi("/costs/prices");

/** The prices that the workspace has set for itself, those that are over included. */
export function OverrideList({ onAdd }: { onAdd: ReactNode }) {
  const { prices: text } = useAllStrings();
  const { open, action } = route.useSearch();
  const navigate = route.useNavigate();
  const overrides = useOverrides();
  const show = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, open: id, action: undefined }) });
  const columns = useMemo(() => {
    const look = ({ id }: PriceOverride) =>
      void navigate({ search: (before) => ({ ...before, open: id }) });
    return columnsOf(text, look);
  }, [text, navigate]);
  const opened = overrides.rows?.find(({ id }) => id === open);
  return (
    <>
      <DataTable
        name="price-overrides"
        caption={text.own}
        columns={columns}
        list={overrides}
        idOf={({ id }) => id}
        selected={open}
        onOpen={({ id }) => show(id)}
        maxHeight="calc(100dvh - 260px)"
        empty={<EmptyState {...text.noOwn}>{onAdd}</EmptyState>}
      />
      <DetailDrawer
        label={text.own}
        id={open}
        beneath={action !== undefined}
        onClose={() => show(undefined)}
      >
        {opened ? (
          <OverrideDetail
            of={opened}
            action={action}
            onAct={(next) => void navigate({ search: (before) => ({ ...before, action: next }) })}
            onRemoved={() => show(undefined)}
          />
        ) : overrides.rows ? (
          <EmptyState {...text.notListed} />
        ) : (
          <Loading height={260} />
        )}
      </DetailDrawer>
    </>
  );
}

function columnsOf(
  text: Strings["prices"],
  look: (of: PriceOverride) => void,
): Column<PriceOverride>[] {
  return [
    {
      id: "model",
      header: text.model,
      fixed: true,
      cell: (row) => <RowButton onOpen={() => look(row)}>{row.model}</RowButton>,
    },
    {
      id: "provider",
      header: text.provider,
      cell: ({ provider }) => providerName(provider),
    },
    { id: "tier", header: text.tier, cell: ({ service_tier }) => service_tier ?? text.anyTier },
    { id: "state", header: text.state, cell: (row) => <OverrideBadge of={row} /> },
    { id: "prices", header: text.prices, cell: ({ prices }) => <PriceLine of={prices} /> },
    { id: "from", header: text.from, cell: ({ valid_from }) => <Moment at={valid_from} /> },
    {
      id: "until",
      header: text.until,
      cell: ({ valid_until }) => <Moment at={valid_until} absent={text.forGood} />,
    },
    { id: "note", header: text.note, hidden: true, cell: ({ note }) => note },
  ];
}

/** Whether it holds now. */
export function OverrideBadge({ of: override }: { of: PriceOverride }) {
  const { prices: text } = useAllStrings();
  const state = stateOf(override, useClock());
  return <StateBadge state={state} label={text.states[state]} />;
}
