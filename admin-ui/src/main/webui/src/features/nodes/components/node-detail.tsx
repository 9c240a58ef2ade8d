import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Moment, Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { StateBadge } from "@/components/ui/state-badge";
import { LeasesOfNode } from "@/features/leases/components/leases-of-node";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import type { Node } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import type { NodeAction, NodePart } from "@/routes/nodes";
import { useNode } from "../api";
import { policyLines } from "../policy";
import { Labels } from "./labels";
import { NodeActions } from "./node-actions";
import { NodeDialogs } from "./node-dialogs";
import { NodeParts } from "./node-parts";

interface NodeDetailProps {
  id: string;
  action: NodeAction;
  onAct: (action: NodeAction) => void;
  /** On its page: which part is looked at. Beside the list there is a glance. */
  parts?: { part: NodePart; onPart: (part: NodePart) => void };
}

/** One node, in the drawer and on its page. */
export function NodeDetail({ id, action, onAct, parts }: NodeDetailProps) {
  const node = useNode(id);
  return (
    <Loaded query={node} height={360}>
      {(loaded) => (
        <>
          <KnownNode of={loaded} onAct={onAct} parts={parts} />
          <NodeDialogs of={loaded} action={action} onClose={() => onAct(undefined)} />
        </>
      )}
    </Loaded>
  );
}

interface KnownNodeProps extends Pick<NodeDetailProps, "onAct" | "parts"> {
  of: Node;
}

function KnownNode({ of: node, onAct, parts }: KnownNodeProps) {
  const { nodes, leases } = useAllStrings();
  const facts = <Facts facts={useFacts(node)} />;
  return (
    <Detail
      title={<Name>{node.name}</Name>}
      badge={<StateBadge state={node.state} label={nodes.states[node.state]} />}
      actions={<NodeActions of={node} onAct={onAct} />}
    >
      <NodeNotice of={node} onAct={onAct} />
      {parts ? (
        <NodeParts of={node} state={facts} onAct={onAct} {...parts} />
      ) : (
        <>
          {facts}
          <Section title={leases.spend.title}>
            <SpendWindows scope="node" id={node.id} />
          </Section>
          <Section title={nodes.leases}>
            <LeasesOfNode id={node.id} />
          </Section>
        </>
      )}
    </Detail>
  );
}

/** What about this node waits for somebody. */
function NodeNotice({ of: node, onAct }: { of: Node; onAct: NodeDetailProps["onAct"] }) {
  const { nodes } = useAllStrings();
  const { may } = useWorkspace();
  if (node.state === "pending") {
    return (
      <Notice tone="warn" title={nodes.pending}>
        {may("admin") && (
          <Button variant="default" mt={6} onClick={() => onAct("approve")}>
            {nodes.approve.action}
          </Button>
        )}
      </Notice>
    );
  }
  return node.state === "lost" && <Notice tone="warn" title={nodes.lost} />;
}

function useFacts(node: Node): [string, ReactNode][] {
  const { nodes } = useAllStrings();
  const policy = policyLines(node.policy, nodes.policy);
  return [
    [nodes.lastSeen, <Moment key="seen" at={node.last_seen_at} />],
    [nodes.enrolled, <Moment key="enrolled" at={node.enrolled_at} />],
    [nodes.labels, <Labels key="labels" of={node.labels} />],
    [nodes.policy.title, policy.length > 0 ? policy.join(" · ") : nodes.policy.none],
    [nodes.identity, `${node.subject} · ${node.issuer}`],
  ];
}
