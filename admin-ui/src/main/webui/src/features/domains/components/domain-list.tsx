import { getRouteApi } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Choice, optionsOf, Search } from "@/components/ui/filters";
import { Name } from "@/components/ui/figure";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { Capture, Domain } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { useDomains } from "../api";

const route = getRouteApi("/settings");

/** The connected list; the service filters. */
export function DomainList({ onAdd }: { onAdd: ReactNode }) {
  const { common, domains: text } = useAllStrings();
  const { capture, tag, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const domains = useDomains({ capture, tag, text: q });
  const columns = useMemo(() => {
    const look = ({ id }: Domain) =>
      void navigate({ search: (before) => ({ ...before, open: id }) });
    return columnsOf(text, look);
  }, [text, navigate]);
  return (
    <DataTable
      name="domains"
      caption={text.title}
      columns={columns}
      list={domains}
      idOf={({ id }) => id}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      toolbar={<DomainFilters />}
      maxHeight="calc(100dvh - 230px)"
      empty={
        (capture ?? tag ?? q) ? (
          <EmptyState title={common.noMatch} />
        ) : (
          <EmptyState {...text.empty}>{onAdd}</EmptyState>
        )
      }
    />
  );
}

function DomainFilters() {
  const { domains: text } = useAllStrings();
  const { capture, q } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: { capture?: Capture; q?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <Search label={text.search} value={q} onChange={(typed) => narrow({ q: typed })} />
      <Choice
        label={text.capture}
        value={capture}
        options={optionsOf(text.captures)}
        onChange={(chosen) => narrow({ capture: chosen })}
      />
    </>
  );
}

function columnsOf(text: Strings["domains"], look: (domain: Domain) => void): Column<Domain>[] {
  return [
    {
      id: "name",
      header: text.name,
      fixed: true,
      cell: (domain) => (
        <RowButton onOpen={() => look(domain)}>
          <Name>{domain.name}</Name>
        </RowButton>
      ),
    },
    { id: "capture", header: text.capture, cell: ({ capture }) => text.captures[capture] },
    { id: "tags", header: text.tags, cell: ({ tags }) => tags.join(", ") },
  ];
}
