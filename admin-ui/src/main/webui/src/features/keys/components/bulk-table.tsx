import { useMemo } from "react";
import { Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, type Column } from "@/components/ui/table";
import type { BulkRevocation } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { wholeList } from "@/lib/use-pages";

/** Each key with what becomes of it. */
export function BulkTable({ rows }: { rows: BulkRevocation[] }) {
  const { keys } = useAllStrings();
  const columns = useMemo(() => columnsOf(keys), [keys]);
  return (
    <DataTable
      name="bulk-revocation"
      caption={keys.title}
      columns={columns}
      list={wholeList(rows)}
      idOf={({ id }) => id}
      empty={null}
      maxHeight="320px"
    />
  );
}

/** As badges know them. */
const BADGES = { planned: "pending", running: "revoking" } as const;

function columnsOf(keys: Strings["keys"]): Column<BulkRevocation>[] {
  const text = keys.bulkRevoke;
  return [
    {
      id: "name",
      header: keys.name,
      fixed: true,
      cell: ({ id, name }) => (
        <TextLink to="/keys/$id" params={{ id }}>
          <Name>{name}</Name>
        </TextLink>
      ),
    },
    {
      id: "state",
      header: keys.state,
      cell: ({ state }) => {
        const known = state ?? "refused";
        return (
          <StateBadge
            state={known === "planned" || known === "running" ? BADGES[known] : known}
            label={text.states[known]}
          />
        );
      },
    },
    {
      id: "leases",
      header: keys.leases,
      numeric: true,
      cell: ({ leases_affected }) => leases_affected,
    },
    { id: "reason", header: keys.reason, cell: ({ reason }) => reason },
  ];
}
