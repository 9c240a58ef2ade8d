import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { ActDialog } from "@/components/ui/act-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, type Column } from "@/components/ui/table";
import type { EnrolmentToken } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useEnrolmentTokens, useTakeBackToken } from "../api";
import { tokenStateOf } from "../token-state";
import { Labels } from "./labels";

/** What lets nodes in; only admins may look. */
export function TokenList({ onAdd }: { onAdd: ReactNode }) {
  const { common } = useAllStrings();
  const { may } = useWorkspace();
  return may("admin") ? (
    <KnownTokens onAdd={onAdd} />
  ) : (
    <EmptyState title={common.forbidden("admin")} />
  );
}

function KnownTokens({ onAdd }: { onAdd: ReactNode }) {
  const { nodes } = useAllStrings();
  const text = nodes.tokens;
  const tokens = useEnrolmentTokens();
  const [ending, setEnding] = useState<EnrolmentToken>();
  const columns = useMemo(() => columnsOf(nodes, setEnding), [nodes]);
  return (
    <>
      <DataTable
        name="enrolment-tokens"
        caption={text.title}
        columns={columns}
        list={tokens}
        idOf={({ id }) => id}
        empty={<EmptyState {...text.empty}>{onAdd}</EmptyState>}
        maxHeight="calc(100dvh - 190px)"
      />
      {ending && <TakeBackDialog of={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function TakeBackDialog({ of: token, onClose }: { of: EnrolmentToken; onClose: () => void }) {
  const { nodes } = useAllStrings();
  const text = nodes.tokens.takeBack;
  return (
    <ActDialog
      title={text.title}
      consequences={text.steps}
      submit={text.action}
      call={useTakeBackToken()}
      send={() => token.id}
      done={() => text.done}
      onClose={onClose}
    />
  );
}

function columnsOf(
  nodes: Strings["nodes"],
  onTakeBack: (token: EnrolmentToken) => void,
): Column<EnrolmentToken>[] {
  const text = nodes.tokens;
  const stateOf = (token: EnrolmentToken) => tokenStateOf(token, Date.now());
  return [
    {
      id: "name",
      header: text.make.name,
      fixed: true,
      cell: ({ name }) => (name ? <Name>{name}</Name> : "–"),
    },
    {
      id: "state",
      header: nodes.state,
      cell: (token) => {
        const state = stateOf(token);
        return <StateBadge state={state} label={text.states[state]} />;
      },
    },
    { id: "labels", header: nodes.labels, cell: ({ labels }) => <Labels of={labels} /> },
    { id: "by", header: text.by, cell: ({ created_by }) => <Name>{created_by}</Name> },
    { id: "made", header: text.made, cell: ({ created_at }) => <Moment at={created_at} /> },
    { id: "ends", header: text.ends, cell: ({ expire_time }) => <Moment at={expire_time} /> },
    {
      id: "node",
      header: text.node,
      cell: ({ node_id, used_at }) =>
        node_id ? (
          <TextLink to="/nodes/$id" params={{ id: node_id }}>
            <Moment at={used_at} />
          </TextLink>
        ) : (
          "–"
        ),
    },
    {
      id: "act",
      header: text.act,
      fixed: true,
      cell: (token) =>
        stateOf(token) === "active" && (
          <Button variant="default" size="compact-xs" onClick={() => onTakeBack(token)}>
            {text.takeBack.action}
          </Button>
        ),
    },
  ];
}
