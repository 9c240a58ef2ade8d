import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import { useRange } from "@/lib/use-range";
import { useWorkspace } from "@/lib/workspace";

const REFRESH = 15_000;

/** What the gateway measured beside what the providers billed. */
export function useReconciliation() {
  const { slug, api } = useWorkspace();
  const { from, to } = useRange();
  return useQuery({
    queryKey: [slug, "stats", "reconciliation", from, to],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/costs/reconciliation", { params: { query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH,
  });
}

/** How the collection of each account's bill stands. */
export function useAccountStatuses() {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "account-statuses"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/usage/accounts", { signal })),
    refetchInterval: REFRESH,
  });
}

export function useRefreshAccount() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST("/api/v1/usage/accounts/{id}/refresh", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug] }),
  });
}
