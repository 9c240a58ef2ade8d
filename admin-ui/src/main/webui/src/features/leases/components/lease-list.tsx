import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/components/ui/empty-state";
import { useAllStrings } from "@/lib/i18n/all";
import { useLeases } from "../api";
import { LeaseFilters } from "./lease-filters";
import { LeaseTable } from "./lease-table";

const route = getRouteApi("/leases");

/** The connected list; the service filters. */
export function LeaseList() {
  const { common, leases: text } = useAllStrings();
  const { state, provider, node, key, at, open } = route.useSearch();
  const navigate = route.useNavigate();
  const leases = useLeases({ state, provider, node, key, at });
  const narrowed = state ?? provider ?? node ?? key ?? at;
  return (
    <LeaseTable
      leases={leases}
      selected={open}
      onOpen={({ lease_id }) =>
        void navigate({ search: (before) => ({ ...before, open: lease_id }) })
      }
      toolbar={<LeaseFilters />}
      empty={narrowed ? <EmptyState title={common.noMatch} /> : <EmptyState {...text.empty} />}
    />
  );
}
