import { ActDialog } from "@/components/ui/act-dialog";
import { RaiseDialog } from "@/features/limits/components/raise-dialog";
import { SetLimitsDialog } from "@/features/limits/components/set-limits-dialog";
import type { Node } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import type { NodeAction } from "@/routes/nodes";
import { useApproveNode, useRemoveNode } from "../api";

interface NodeDialogProps {
  of: Node;
  onClose: () => void;
}

/** The dialog that is open over a node. */
export function NodeDialogs({ action, ...dialog }: NodeDialogProps & { action: NodeAction }) {
  const { id, name } = dialog.of;
  const limited = { ...dialog, of: { scope: "node", scope_id: id } as const, name };
  switch (action) {
    case "approve":
      return <ApproveDialog {...dialog} />;
    case "remove":
      return <RemoveDialog {...dialog} />;
    case "limits":
      return <SetLimitsDialog {...limited} />;
    case "raise":
      return <RaiseDialog {...limited} />;
    default:
      return null;
  }
}

function ApproveDialog({ of: node, onClose }: NodeDialogProps) {
  const { nodes } = useAllStrings();
  const text = nodes.approve;
  const shown = useNames();
  const name = shown(node.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      submit={text.action}
      call={useApproveNode(node.id)}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}

function RemoveDialog({ of: node, onClose }: NodeDialogProps) {
  const { keys, nodes } = useAllStrings();
  const text = nodes.remove;
  const shown = useNames();
  const name = shown(node.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      reason={{ label: keys.revoke.why, hint: keys.revoke.whyHint, required: true }}
      confirm={{ label: keys.revoke.type, name: node.name }}
      submit={text.action}
      danger
      call={useRemoveNode(node.id)}
      send={(reason = "") => reason}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}
