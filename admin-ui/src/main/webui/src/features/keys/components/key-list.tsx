import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { useStrings } from "@/lib/i18n";
import { useKeys } from "../api";
import { matches } from "../filter";
import { KeyFilters } from "./key-filters";
import { KeyTable } from "./key-table";

const route = getRouteApi("/keys");

/** The connected list: what the URL asks for, of what the service has. */
export function KeyList() {
  const { common, keys: text } = useStrings();
  const { state, provider, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, more, error, retry } = useKeys();
  const filtered = state ?? provider ?? q;
  const shown = useMemo(
    () => rows?.filter((key) => matches(key, { state, provider, q })),
    [rows, state, provider, q],
  );
  if (error && !rows) {
    return <ProblemAlert error={error} onRetry={retry} />;
  }
  return (
    <KeyTable
      keys={shown}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      onEnd={more}
      toolbar={<KeyFilters providers={[...new Set(rows?.map((key) => key.provider))]} />}
      empty={filtered ? { title: common.noMatch, detail: "" } : text.empty}
    />
  );
}
