import { useMemo, type ReactNode } from "react";
import { Moment, Name } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowLink, type Column } from "@/components/ui/table";
import type { Node } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import type { Listed } from "@/lib/use-pages";
import { Labels } from "./labels";

interface NodeTableProps {
  nodes: Listed<Node>;
  selected?: string;
  onOpen: (node: Node) => void;
  toolbar: ReactNode;
  empty: ReactNode;
}

/** The pure table: nodes in, what to open out. */
export function NodeTable({ nodes, onOpen, ...rest }: NodeTableProps) {
  const { nodes: text } = useAllStrings();
  const columns = useMemo(() => columnsOf(text, onOpen), [text, onOpen]);
  return (
    <DataTable
      name="nodes"
      caption={text.title}
      columns={columns}
      list={nodes}
      idOf={({ id }) => id}
      onOpen={onOpen}
      maxHeight="calc(100dvh - 230px)"
      {...rest}
    />
  );
}

function columnsOf(text: Strings["nodes"], onOpen: (node: Node) => void): Column<Node>[] {
  return [
    {
      id: "name",
      header: text.name,
      fixed: true,
      cell: (node) => (
        <RowLink to="/nodes/$id" id={node.id} onOpen={() => onOpen(node)}>
          <Name>{node.name}</Name>
        </RowLink>
      ),
    },
    {
      id: "state",
      header: text.state,
      cell: ({ state }) => <StateBadge state={state} label={text.states[state]} />,
    },
    { id: "labels", header: text.labels, cell: ({ labels }) => <Labels of={labels} /> },
    { id: "seen", header: text.lastSeen, cell: (node) => <Moment at={node.last_seen_at} /> },
    { id: "enrolled", header: text.enrolled, cell: (node) => <Moment at={node.enrolled_at} /> },
  ];
}
