import { Code } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { Moment, Name } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowLink, type Column } from "@/components/ui/table";
import type { Key } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import type { Listed } from "@/lib/use-pages";
import { KeyLimits } from "./key-limits";

interface KeyTableProps {
  keys: Listed<Key>;
  selected?: string;
  onOpen: (key: Key) => void;
  toolbar: ReactNode;
  empty: ReactNode;
}

/** The pure table: keys in, what to open out. */
export function KeyTable({ keys, onOpen, ...rest }: KeyTableProps) {
  const { keys: text, keyActs } = useAllStrings();
  const columns = useMemo(() => columnsOf(text, keyActs, onOpen), [text, keyActs, onOpen]);
  return (
    <DataTable
      name="keys"
      caption={text.title}
      columns={columns}
      list={keys}
      idOf={({ id }) => id}
      onOpen={onOpen}
      maxHeight="calc(100dvh - 230px)"
      {...rest}
    />
  );
}

function columnsOf(
  text: Strings["keys"],
  acts: Strings["keyActs"],
  onOpen: (key: Key) => void,
): Column<Key>[] {
  return [
    {
      id: "name",
      header: text.name,
      fixed: true,
      cell: (key) => (
        <RowLink to="/keys/$id" id={key.id} onOpen={() => onOpen(key)}>
          <Name>{key.name}</Name>
        </RowLink>
      ),
    },
    {
      id: "state",
      header: text.state,
      cell: ({ state }) => <StateBadge state={state} label={text.states[state]} />,
    },
    { id: "provider", header: text.provider, cell: ({ provider }) => providerName(provider) },
    {
      id: "account",
      header: text.account,
      cell: ({ account_name }) => <Name>{account_name}</Name>,
    },
    { id: "secret", header: text.secret, cell: ({ masked }) => <Code>{masked}</Code> },
    { id: "limits", header: text.limits, numeric: true, cell: (key) => <KeyLimits of={key} /> },
    {
      id: "label",
      header: acts.label,
      hidden: true,
      cell: ({ label }) => label && <Name>{label}</Name>,
    },
    { id: "tags", header: text.tags, hidden: true, cell: ({ tags }) => tags.join(", ") },
    {
      id: "used",
      header: acts.lastUsed,
      cell: ({ last_used_at }) => <Moment at={last_used_at} absent={acts.neverUsed} />,
    },
    {
      id: "verified",
      header: text.verified,
      cell: ({ verified_at }) => <Moment at={verified_at} absent={text.neverVerified} />,
    },
    {
      id: "added",
      header: text.added,
      hidden: true,
      cell: (key) => <Moment at={key.created_at} />,
    },
    { id: "changed", header: text.changed, cell: ({ changed_at }) => <Moment at={changed_at} /> },
  ];
}
