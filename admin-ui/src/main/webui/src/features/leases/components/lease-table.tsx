import { useMemo, type ReactNode } from "react";
import { Moment, Money, Name } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowLink, type Column } from "@/components/ui/table";
import type { Lease } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import type { Listed } from "@/lib/use-pages";

interface LeaseTableProps {
  leases: Listed<Lease>;
  selected?: string;
  onOpen: (lease: Lease) => void;
  toolbar: ReactNode;
  empty: ReactNode;
}

/** The pure table: leases in, what to open out. */
export function LeaseTable({ leases, onOpen, ...rest }: LeaseTableProps) {
  const { leases: text } = useAllStrings();
  const columns = useMemo(() => columnsOf(text, onOpen), [text, onOpen]);
  return (
    <DataTable
      name="leases"
      caption={text.title}
      columns={columns}
      list={leases}
      idOf={({ lease_id }) => lease_id}
      onOpen={onOpen}
      maxHeight="calc(100dvh - 190px)"
      {...rest}
    />
  );
}

function columnsOf(text: Strings["leases"], onOpen: (lease: Lease) => void): Column<Lease>[] {
  return [
    {
      id: "node",
      header: text.node,
      fixed: true,
      cell: (lease) => (
        <RowLink to="/leases/$id" id={lease.lease_id} onOpen={() => onOpen(lease)}>
          <Name>{lease.node_name}</Name>
        </RowLink>
      ),
    },
    {
      id: "state",
      header: text.state,
      cell: ({ state }) => <StateBadge state={state} label={text.states[state]} />,
    },
    { id: "mode", header: text.mode, cell: ({ mode }) => text.modes[mode] },
    { id: "provider", header: text.provider, cell: ({ provider }) => providerName(provider) },
    { id: "key", header: text.key, cell: ({ key_name }) => <Name>{key_name}</Name> },
    {
      id: "domain",
      header: text.domain,
      cell: ({ domain }) => (domain ? <Name>{domain}</Name> : "–"),
    },
    {
      id: "user",
      header: text.user,
      hidden: true,
      cell: ({ user }) => user && <Name>{user}</Name>,
    },
    {
      id: "limit",
      header: text.limit,
      numeric: true,
      cell: ({ spend_limit }) =>
        spend_limit === null ? text.noLimit : <Money amount={spend_limit} />,
    },
    { id: "issued", header: text.issued, cell: (lease) => <Moment at={lease.issue_time} /> },
    {
      id: "ends",
      header: text.ends,
      cell: ({ ended_at, expire_time }) => (
        <Moment at={ended_at ?? expire_time} absent={text.never} />
      ),
    },
  ];
}
