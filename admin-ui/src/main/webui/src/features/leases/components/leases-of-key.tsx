import { useNavigate } from "@tanstack/react-router";
import { EmptyState } from "@/components/ui/empty-state";
import { useAllStrings } from "@/lib/i18n/all";
import { useLeases } from "../api";
import { LeaseTable } from "./lease-table";

/** What nodes hold and held on one key. */
export function LeasesOfKey({ id }: { id: string }) {
  const { keyActs } = useAllStrings();
  const navigate = useNavigate();
  const leases = useLeases({ key: id });
  return (
    <LeaseTable
      leases={leases}
      onOpen={(lease) => void navigate({ to: "/leases/$id", params: { id: lease.lease_id } })}
      toolbar={undefined}
      empty={<EmptyState title={keyActs.noLeases} />}
    />
  );
}
