import type { ReactNode } from "react";
import { Parts } from "@/components/ui/page/parts";
import { HistoryOf } from "@/features/audit/components/history-of";
import { LeasesOfNode } from "@/features/leases/components/leases-of-node";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { LimitsOf } from "@/features/limits/components/limits-of";
import type { Node } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { NodeAction, NodePart } from "@/routes/nodes";
import { NodeTimeline } from "./node-timeline";

interface NodePartsProps {
  of: Node;
  part: NodePart;
  onPart: (part: NodePart) => void;
  onAct: (action: NodeAction) => void;
  /** What the first tab shows. */
  state: ReactNode;
}

/** All that is known of a node, part by part. */
export function NodeParts({ of: { id }, part, onPart, onAct, state }: NodePartsProps) {
  const { nodes } = useAllStrings();
  return (
    <Parts
      names={nodes.parts}
      first="state"
      chosen={part}
      onChoose={onPart}
      shown={{
        state,
        timeline: <NodeTimeline id={id} />,
        leases: <LeasesOfNode id={id} />,
        spend: <SpendWindows scope="node" id={id} />,
        limits: <LimitsOf of={{ scope: "node", scope_id: id }} onAct={onAct} />,
        history: <HistoryOf id={id} />,
      }}
    />
  );
}
