import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { allPages } from "@/lib/all-pages";
import { unwrap } from "@/lib/api/client";
import type { BulkRevocation, KeyFilter } from "@/lib/api/types";
import { PAGE_SIZE } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";
import { useId } from "react";
import { pollOfMany, unfinishedOf, withNews } from "./bulk-revocation";

interface Order {
  dry_run: boolean;
  force: boolean;
  reason?: string;
}

/** One page after the other, as the service takes a hundred keys at once. */
function useOrder(filter: KeyFilter) {
  const { api } = useWorkspace();
  return (body: Order, onPage?: (rows: BulkRevocation[]) => void, signal?: AbortSignal) =>
    allPages((cursor) => {
      const query = { ...filter, cursor, limit: PAGE_SIZE };
      return unwrap(api.POST("/api/v1/keys/revoke", { params: { query }, body, signal }));
    }, onPage);
}

/** Which keys it would be, and what would become of them. */
export function useBulkPlan(filter: KeyFilter, force: boolean) {
  const { slug } = useWorkspace();
  const order = useOrder(filter);
  return useQuery({
    queryKey: [slug, "bulk-revocation-plan", filter, force],
    queryFn: ({ signal }) => order({ dry_run: true, force }, undefined, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useBulkRevoke(filter: KeyFilter, onPage: (rows: BulkRevocation[]) => void) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  const order = useOrder(filter);
  return useMutation({
    mutationFn: (said: { force: boolean; reason?: string }) =>
      order({ dry_run: false, ...said }, onPage),
    onSettled: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

/** The same rows as their revocations go on; those that move are asked for, some at a time. */
export function useBulkProgress(rows: BulkRevocation[]) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  const order = useId();
  const { data = rows, error } = useQuery({
    queryKey: [slug, "bulk-revocation", order, rows.length],
    queryFn: async ({ queryKey, signal }) => {
      const known = queries.getQueryData<BulkRevocation[]>(queryKey) ?? rows;
      const news = await Promise.all(
        unfinishedOf(known).map(({ id }) =>
          unwrap(
            api.GET("/api/v1/keys/{key}/revocation", { params: { path: { key: id } }, signal }),
          ),
        ),
      );
      return withNews(known, news);
    },
    refetchInterval: ({ state }) => pollOfMany(state.data ?? rows),
    enabled: rows.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
  return { rows: data, error };
}
