import { getRouteApi } from "@tanstack/react-router";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { useStrings } from "@/lib/i18n";
import { useKeys } from "../api";
import { KeyFilters } from "./key-filters";
import { KeyTable } from "./key-table";

const route = getRouteApi("/keys");

/** The connected list; the service filters. */
export function KeyList() {
  const { common, keys: text } = useStrings();
  const { state, provider, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, more, error, retry } = useKeys({ state, provider, text: q });
  if (error && !rows) {
    return <ProblemAlert error={error} onRetry={retry} />;
  }
  return (
    <KeyTable
      keys={rows}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      onEnd={more}
      toolbar={<KeyFilters />}
      empty={(state ?? provider ?? q) ? { title: common.noMatch, detail: "" } : text.empty}
    />
  );
}
