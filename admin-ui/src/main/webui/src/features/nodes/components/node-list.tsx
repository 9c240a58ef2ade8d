import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { Choice, Search } from "@/components/ui/filters";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { Node } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useNodes } from "../api";
import { NodeTable } from "./node-table";

const route = getRouteApi("/nodes");

/** The connected list: what the URL asks for, of what the service has. */
export function NodeList() {
  const { common, nodes: text } = useStrings();
  const { state, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, more, error, retry } = useNodes();
  const narrow = (change: { state?: string; q?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const shown = useMemo(() => rows?.filter((node) => matches(node, state, q)), [rows, state, q]);
  if (error && !rows) {
    return <ProblemAlert error={error} onRetry={retry} />;
  }
  return (
    <NodeTable
      nodes={shown}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      onEnd={more}
      empty={(state ?? q) ? { title: common.noMatch, detail: "" } : text.empty}
      toolbar={
        <>
          <Search label={text.search} value={q} onChange={(chosen) => narrow({ q: chosen })} />
          <Choice
            label={text.state}
            value={state}
            options={Object.entries(text.states).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => narrow({ state: chosen })}
          />
        </>
      }
    />
  );
}

function matches(node: Node, state: string | undefined, q: string | undefined): boolean {
  return (
    (!state || node.state === state) && (!q || node.name.toLowerCase().includes(q.toLowerCase()))
  );
}
