import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { PollPlanChoice } from "@/lib/api/types";
import { useWorkspace } from "@/lib/workspace";

const REFRESH = 15_000;

/** Whose poll plan: that of one account, or of all accounts of a provider that have none. */
export type PlanOf = { account: string } | { provider: string };

/** What was read last of all providers; none of them is asked for it. */
export function useProviders() {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "providers"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/usage/providers", { signal })),
    refetchInterval: REFRESH,
  });
}

export function useRefreshAll() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/usage/providers/refresh")),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug] }),
  });
}

export function usePlan(of: PlanOf) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "poll-plan", of],
    queryFn: ({ signal }) =>
      "account" in of
        ? unwrap(
            api.GET("/api/v1/usage/accounts/{id}/plan", {
              params: { path: { id: of.account } },
              signal,
            }),
          )
        : unwrap(
            api.GET("/api/v1/usage/providers/{provider}/plan", { params: { path: of }, signal }),
          ),
  });
}

export function useSetPlan(of: PlanOf) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PollPlanChoice) =>
      "account" in of
        ? unwrap(
            api.PUT("/api/v1/usage/accounts/{id}/plan", {
              params: { path: { id: of.account } },
              body,
            }),
          )
        : unwrap(
            api.PUT("/api/v1/usage/providers/{provider}/plan", { params: { path: of }, body }),
          ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug] }),
  });
}
