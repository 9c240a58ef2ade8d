import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { useAllStrings } from "@/lib/i18n/all";
import { useKeys } from "../api";
import { KeyFilters } from "./key-filters";
import { KeyTable } from "./key-table";

const route = getRouteApi("/keys");

/** The connected list; the service filters. */
export function KeyList({ onAdd }: { onAdd: ReactNode }) {
  const { common, keys: text } = useAllStrings();
  const { state, provider, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const keys = useKeys({ state, provider, text: q });
  const narrowed = state ?? provider ?? q;
  return (
    <KeyTable
      keys={keys}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      toolbar={<KeyFilters />}
      empty={
        narrowed ? (
          <EmptyState title={common.noMatch} />
        ) : (
          <EmptyState {...text.empty}>{onAdd}</EmptyState>
        )
      }
    />
  );
}
