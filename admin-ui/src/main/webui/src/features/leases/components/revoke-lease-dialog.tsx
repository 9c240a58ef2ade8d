import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Lease } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useRevokeLease } from "../api";

/** What ending a lease means, and the node's name to be typed before it ends. */
export function RevokeLeaseDialog({ of: lease, onClose }: { of: Lease; onClose: () => void }) {
  const { leases } = useStrings();
  const text = leases.revoke;
  const revoke = useRevokeLease(lease.id);
  const onSuccess = () => {
    announceDone(text.done);
    onClose();
  };
  return (
    <ActDialog
      title={text.title}
      consequences={[
        text.steps.refuse,
        text.steps.requests,
        text.steps.node(lease.node_name),
        text.steps.key(lease.key_name),
      ]}
      reason={{ label: text.reason, hint: text.reasonHint, required: true }}
      confirm={{ label: text.type(lease.node_name), name: lease.node_name }}
      submit={text.action}
      danger
      call={revoke}
      onAct={(reason = "") => revoke.mutate(reason, { onSuccess })}
      onClose={onClose}
    />
  );
}
