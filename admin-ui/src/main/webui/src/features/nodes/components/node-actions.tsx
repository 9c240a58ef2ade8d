import { RoleButton } from "@/components/ui/role-button";
import { ButtonLink } from "@/components/ui/links";
import type { Node } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import type { NodeAction } from "@/routes/nodes";

interface NodeActionsProps {
  of: Node;
  onAct: (action: NodeAction) => void;
}

/** What may be done with a node now. */
export function NodeActions({ of: node, onAct }: NodeActionsProps) {
  const { nodes } = useAllStrings();
  const { may } = useWorkspace();
  const gone = node.state === "removed";
  return (
    <>
      {gone && (
        <RoleButton role="admin" variant="default" onClick={() => onAct("approve")}>
          {nodes.approve.again}
        </RoleButton>
      )}
      {!gone && node.state !== "pending" && may("operator") && (
        <ButtonLink
          to="/leases"
          search={{ node: node.id, state: "active", action: "revoke-these" }}
        >
          {nodes.revokeLeases}
        </ButtonLink>
      )}
      {!gone && (
        <RoleButton role="admin" color="red" onClick={() => onAct("remove")}>
          {nodes.remove.action}
        </RoleButton>
      )}
    </>
  );
}
