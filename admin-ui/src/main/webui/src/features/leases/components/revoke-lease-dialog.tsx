import { ActDialog } from "@/components/ui/act-dialog";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useRevokeLease } from "../api";

/** What ending a lease means, and the node's name to be typed before it ends. */
export function RevokeLeaseDialog({ of: lease, onClose }: { of: Lease; onClose: () => void }) {
  const { leases } = useAllStrings();
  const text = leases.revoke;
  const shown = useNames();
  return (
    <ActDialog
      title={text.title}
      consequences={[
        text.steps.refuse,
        text.steps.requests,
        text.steps.node(shown(lease.node_name)),
        text.steps.key(shown(lease.key_name)),
      ]}
      reason={{ label: text.reason, hint: text.reasonHint, required: true }}
      confirm={{ label: text.type, name: lease.node_name }}
      submit={text.action}
      danger
      call={useRevokeLease(lease.lease_id)}
      send={(reason = "") => reason}
      done={() => text.done}
      onClose={onClose}
    />
  );
}
