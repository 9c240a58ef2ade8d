import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { Choice, optionsOf, Search } from "@/components/ui/filters";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { AuditEntry } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import type { Listed } from "@/lib/use-pages";
import type { AuditResult } from "@/routes/audit";

const route = getRouteApi("/audit");

/** What was done, newest first; the service filters. */
export function AuditTable({ entries }: { entries: Listed<AuditEntry> }) {
  const { common, audit: text } = useAllStrings();
  const { who, what, target, result, open } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useMemo(() => {
    const look = ({ id }: AuditEntry) =>
      void navigate({ search: (before) => ({ ...before, open: id }) });
    return columnsOf(text, look);
  }, [text, navigate]);
  return (
    <DataTable
      name="audit"
      caption={text.title}
      columns={columns}
      list={entries}
      idOf={({ id }) => id}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      toolbar={<AuditFilters />}
      maxHeight="calc(100dvh - 190px)"
      empty={
        (who ?? what ?? target ?? result) ? (
          <EmptyState title={common.noMatch} />
        ) : (
          <EmptyState {...text.empty} />
        )
      }
    />
  );
}

function AuditFilters() {
  const { audit: text } = useAllStrings();
  const { who, what, target, result } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <Search label={text.fields.actor} value={who} onChange={(typed) => narrow({ who: typed })} />
      <Search
        label={text.fields.action}
        value={what}
        onChange={(typed) => narrow({ what: typed })}
      />
      <Search
        label={text.fields.target}
        value={target}
        onChange={(typed) => narrow({ target: typed })}
      />
      <Choice
        label={text.result}
        value={result}
        options={optionsOf<AuditResult>(text.results)}
        onChange={(chosen) => narrow({ result: chosen })}
      />
    </>
  );
}

function columnsOf(
  text: Strings["audit"],
  look: (entry: AuditEntry) => void,
): Column<AuditEntry>[] {
  return [
    {
      id: "action",
      header: text.action,
      fixed: true,
      cell: (entry) => <RowButton onOpen={() => look(entry)}>{entry.action}</RowButton>,
    },
    { id: "actor", header: text.actor, cell: ({ actor }) => <Name>{actor}</Name> },
    { id: "target", header: text.target, cell: (entry) => <Target of={entry} /> },
    {
      id: "result",
      header: text.result,
      cell: ({ result }) => <StateBadge state={result} label={text.results[result]} />,
    },
    { id: "source", header: text.source, cell: ({ source }) => source ?? text.ownDoing },
    { id: "at", header: text.at, cell: ({ at }) => <Moment at={at} /> },
    { id: "seq", header: text.seq, numeric: true, hidden: true, cell: ({ seq }) => seq },
  ];
}

/** By the name it had then, where the entry says it. */
function Target({ of: { target_type, target, details } }: { of: AuditEntry }) {
  const name = details.name ?? details.user ?? target;
  return (
    <>
      {target_type} {name && <Name>{name}</Name>}
    </>
  );
}
