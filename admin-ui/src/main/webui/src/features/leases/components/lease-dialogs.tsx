import { ActDialog } from "@/components/ui/act-dialog";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import type { LeaseAction } from "@/routes/leases";
import { useReleaseLease, useRenewLease } from "../api";
import { RevokeLeaseDialog } from "./revoke-lease-dialog";

interface LeaseDialogProps {
  of: Lease;
  onClose: () => void;
}

/** The dialog that is open over a lease that can be used. */
export function LeaseDialogs({ action, ...dialog }: LeaseDialogProps & { action: LeaseAction }) {
  switch (action) {
    case "renew":
      return <RenewDialog {...dialog} />;
    case "release":
      return <ReleaseDialog {...dialog} />;
    case "revoke":
      return <RevokeLeaseDialog {...dialog} />;
    default:
      return null;
  }
}

function RenewDialog({ of: lease, onClose }: LeaseDialogProps) {
  const { leases } = useAllStrings();
  const text = leases.renew;
  const shown = useNames();
  return (
    <ActDialog
      title={text.title(shown(lease.node_name))}
      consequences={text.steps}
      submit={text.action}
      call={useRenewLease(lease.lease_id)}
      send={() => undefined}
      done={() => text.done}
      onClose={onClose}
    />
  );
}

function ReleaseDialog({ of: lease, onClose }: LeaseDialogProps) {
  const { leases } = useAllStrings();
  const text = leases.release;
  const shown = useNames();
  const node = shown(lease.node_name);
  return (
    <ActDialog
      title={text.title(node)}
      consequences={[text.steps.ends, text.steps.node(node), text.steps.key(shown(lease.key_name))]}
      submit={text.action}
      call={useReleaseLease(lease.lease_id)}
      send={() => undefined}
      done={() => text.done}
      onClose={onClose}
    />
  );
}
