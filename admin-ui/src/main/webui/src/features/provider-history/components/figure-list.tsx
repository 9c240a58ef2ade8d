import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { Loading } from "@/components/ui/loading";
import { DetailDrawer } from "@/components/ui/page/detail";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { HistoryFilter, HistoryItem } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import type { Listed } from "@/lib/use-pages";
import { useRange } from "@/lib/use-range";
import { useCorrections, useHistory } from "../api";
import { idOf } from "../figures";
import { useAccountNames } from "../use-account-names";
import { FigureDetail } from "./figure-detail";
import { HistoryFilters } from "./history-filters";
import { Figure, Interval } from "./interval";

const route = getRouteApi("/providers/history");

/** What is in force. */
export function FigureList() {
  return <Figures list={useHistory(useFilter())} />;
}

/** What was said before. */
export function CorrectionList() {
  return <Figures list={useCorrections(useFilter())} corrected />;
}

function Figures({ list, corrected = false }: { list: Listed<HistoryItem>; corrected?: boolean }) {
  const { common, providers } = useAllStrings();
  const text = providers.past;
  const { provider, account, kind, open } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useAccountNames();
  const columns = useMemo(() => {
    const look = (item: HistoryItem) =>
      void navigate({ search: (before) => ({ ...before, open: idOf(item) }) });
    return columnsOf(text, nameOf, look, corrected);
  }, [text, nameOf, navigate, corrected]);
  const opened = list.rows?.find((row) => idOf(row) === open);
  return (
    <>
      <DataTable
        name={corrected ? "provider-corrections" : "provider-history"}
        caption={corrected ? text.corrections : text.figures}
        columns={columns}
        list={list}
        idOf={idOf}
        selected={open}
        onOpen={(item) => void navigate({ search: (before) => ({ ...before, open: idOf(item) }) })}
        toolbar={<HistoryFilters />}
        maxHeight="calc(100dvh - 300px)"
        empty={
          (provider ?? account ?? kind) ? (
            <EmptyState title={common.noMatch} />
          ) : (
            <EmptyState {...(corrected ? text.noCorrections : text.noFigures)} />
          )
        }
      />
      <DetailDrawer
        label={text.title}
        id={open}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {opened ? (
          <FigureDetail of={opened} />
        ) : list.rows ? (
          <EmptyState {...text.notListed} />
        ) : (
          <Loading height={260} />
        )}
      </DetailDrawer>
    </>
  );
}

/** What the URL says, in the words of the service. */
function useFilter(): HistoryFilter {
  const { provider, account, kind } = route.useSearch();
  const { from, to } = useRange();
  return { provider, account_id: account, kind, from, to };
}

function columnsOf(
  text: Strings["providers"]["past"],
  nameOf: (id: string) => string,
  look: (item: HistoryItem) => void,
  corrected: boolean,
): Column<HistoryItem>[] {
  return [
    {
      id: "interval",
      header: text.interval,
      fixed: true,
      cell: (item) => (
        <RowButton onOpen={() => look(item)}>
          <Interval of={item} />
        </RowButton>
      ),
    },
    { id: "kind", header: text.kind, cell: ({ kind }) => text.kinds[kind] },
    {
      id: "account",
      header: text.account,
      cell: ({ account_id }) => <Name>{nameOf(account_id)}</Name>,
    },
    {
      id: "provider",
      header: text.provider,
      hidden: true,
      cell: ({ provider }) => providerName(provider),
    },
    { id: "figure", header: text.figure, numeric: true, cell: (item) => <Figure of={item} /> },
    { id: "revision", header: text.revision, numeric: true, cell: ({ revision }) => revision },
    {
      id: "complete",
      header: text.state,
      cell: ({ complete }) => (
        <StateBadge
          state={complete ? "ok" : "pending"}
          label={complete ? text.final : text.notFinal}
        />
      ),
    },
    corrected
      ? {
          id: "replaced",
          header: text.replaced,
          cell: ({ replaced_at }) => <Moment at={replaced_at} />,
        }
      : { id: "as-of", header: text.asOf, cell: ({ as_of }) => <Moment at={as_of} /> },
  ];
}
