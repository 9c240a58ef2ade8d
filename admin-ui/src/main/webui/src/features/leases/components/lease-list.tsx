import { getRouteApi } from "@tanstack/react-router";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { useStrings } from "@/lib/i18n";
import { useLeases } from "../api";
import { LeaseFilters } from "./lease-filters";
import { LeaseTable } from "./lease-table";

const route = getRouteApi("/leases");

/** The connected list; the service filters. */
export function LeaseList() {
  const { common, leases: text } = useStrings();
  const { state, provider, node, key, open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, more, error, retry } = useLeases({ state, provider, node, key });
  if (error && !rows) {
    return <ProblemAlert error={error} onRetry={retry} />;
  }
  return (
    <LeaseTable
      leases={rows}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      onEnd={more}
      toolbar={<LeaseFilters />}
      empty={
        (state ?? provider ?? node ?? key) ? { title: common.noMatch, detail: "" } : text.empty
      }
    />
  );
}
