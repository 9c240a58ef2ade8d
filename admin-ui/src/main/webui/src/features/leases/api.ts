import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { allPages } from "@/lib/all-pages";
import { unwrap } from "@/lib/api/client";
import type { LeaseFilter, RevokedLease, Scope, Window } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

const REFRESH = 15_000;
const SPEND_REFRESH = 5_000;
/** The service wants a reason also where nothing is done. */
const DRY_RUN = "dry run";

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
    // What was held at a time is not held otherwise later.
    { refetchInterval: filter.at === undefined ? REFRESH : undefined },
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

/** Ends leases one page after the other, as the service takes some at once. */
function useOrder(filter: LeaseFilter) {
  const { slug, api } = useWorkspace();
  const { state, node, key, provider } = filter;
  const all = !(state ?? node ?? key ?? provider);
  return (
    body: { dry_run: boolean; reason: string },
    onPage?: (rows: RevokedLease[]) => void,
    signal?: AbortSignal,
  ) =>
    allPages((cursor) => {
      const query = { state, node, key, provider, all_of: all ? slug : undefined, cursor };
      return unwrap(
        api.POST("/api/v1/leases/revoke", {
          params: { query: { ...query, limit: PAGE_SIZE } },
          body,
          signal,
        }),
      );
    }, onPage);
}

/** Which leases it would be. */
export function useBulkPlan(filter: LeaseFilter) {
  const { slug } = useWorkspace();
  const order = useOrder(filter);
  return useQuery({
    queryKey: [slug, "leases", "revocation-plan", filter],
    queryFn: ({ signal }) => order({ dry_run: true, reason: DRY_RUN }, undefined, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useBulkRevoke(filter: LeaseFilter, onPage: (rows: RevokedLease[]) => void) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  const order = useOrder(filter);
  return useMutation({
    mutationFn: (reason: string) => order({ dry_run: false, reason }, onPage),
    onSettled: () => queries.invalidateQueries({ queryKey: [slug, "leases"] }),
  });
}

/** What a scope has spent in each of its windows, and what is left. */
export function useSpend(scope: Scope, scope_id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "spend", scope, scope_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/spend/{scope}/{scope_id}", {
          params: { path: { scope, scope_id } },
          signal,
        }),
      ),
    refetchInterval: SPEND_REFRESH,
  });
}

/** All that is presumed of a window. */
export function useReleasePresumed({ scope, scope_id, period, window_start }: Window) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST("/api/v1/spend/{scope}/{scope_id}/presumed/release", {
          params: { path: { scope, scope_id } },
          body: { period, window_start, reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "spend"] }),
  });
}

/** Whatever becomes of one lease moves the list too. */
function useForget() {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [slug, "leases"] });
}

/** For the usual time again, and never for more than it can last. */
export function useRenewLease(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/leases/{id}/renew", { params: { path: { id } }, body: {} })),
    onSuccess: useForget(),
  });
}

export function useReleaseLease(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/leases/{id}/release", { params: { path: { id } } })),
    onSuccess: useForget(),
  });
}

export function useRevokeLease(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST("/api/v1/leases/{id}/revoke", { params: { path: { id } }, body: { reason } }),
      ),
    onSuccess: useForget(),
  });
}
