import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap, type Api } from "@/lib/api/client";
import type { LeaseFilter, Scope } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

const REFRESH = 15_000;
const SPEND_REFRESH = 5_000;

export function useLeases(filter: LeaseFilter) {
  const { slug, api } = useWorkspace();
  return usePages(
    [slug, "leases", filter],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/leases", {
          params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { refetchInterval: REFRESH },
  );
}

export function useLease(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "leases", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/leases/{id}", { params: { path: { id } }, signal })),
  });
}

/** How it is asked what a scope has spent in each of its windows, and what is left. */
export function spendQuery(
  slug: string,
  api: Api,
  { scope, scope_id }: { scope: Scope; scope_id: string },
) {
  return queryOptions({
    queryKey: [slug, "spend", scope, scope_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/spend/{scope}/{scope_id}", {
          params: { path: { scope, scope_id } },
          signal,
        }),
      ),
  });
}

export function useSpend(scope: Scope, scope_id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    ...spendQuery(slug, api, { scope, scope_id }),
    refetchInterval: SPEND_REFRESH,
  });
}

export function useRevokeLease(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST("/api/v1/leases/{id}/revoke", { params: { path: { id } }, body: { reason } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "leases"] }),
  });
}
