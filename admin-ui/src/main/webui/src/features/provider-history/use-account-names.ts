import { useCallback } from "react";
import { useProviders } from "@/features/providers/api";

/** What accounts are called; one that is gone by its id. */
export function useAccountNames(): (id: string) => string {
  const { data } = useProviders();
  const items = data?.items;
  return useCallback(
    (id) =>
      items?.flatMap(({ accounts }) => accounts).find(({ account }) => account.account_id === id)
        ?.account.name ?? id,
    [items],
  );
}
