import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Choice, optionsOf, Search } from "@/components/ui/filters";
import type { NodeState } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNodes } from "../api";
import { NodeTable } from "./node-table";

const route = getRouteApi("/nodes");

/** The connected list; the service filters. */
export function NodeList({ onAdd }: { onAdd: ReactNode }) {
  const { common, nodes: text } = useAllStrings();
  const { state, label, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const nodes = useNodes({ state, label, text: q });
  const narrow = (change: { state?: NodeState; label?: string; q?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <NodeTable
      nodes={nodes}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      empty={
        (state ?? label ?? q) ? (
          <EmptyState title={common.noMatch} />
        ) : (
          <EmptyState {...text.empty}>{onAdd}</EmptyState>
        )
      }
      toolbar={
        <>
          <Search label={text.search} value={q} onChange={(chosen) => narrow({ q: chosen })} />
          <Choice
            label={text.state}
            value={state}
            options={optionsOf(text.states)}
            onChange={(chosen) => narrow({ state: chosen })}
          />
          <Search
            label={text.labelSearch}
            value={label}
            onChange={(chosen) => narrow({ label: chosen })}
          />
        </>
      }
    />
  );
}
