import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { done, unwrap } from "@/lib/api/client";
import type { UpdateAccount } from "@/lib/api/types";
import { useWorkspace } from "@/lib/workspace";

const pathOf = (id: string) => ({ path: { id } });

export function useAccount(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "account", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/provider-accounts/{id}", { params: pathOf(id), signal })),
  });
}

/** What it can be asked for, and what to do by hand where it can't. */
export function useCapabilities(id: string | undefined) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "account", id, "capabilities"],
    queryFn:
      id === undefined
        ? skipToken
        : ({ signal }) =>
            unwrap(
              api.GET("/api/v1/provider-accounts/{id}/capabilities", {
                params: pathOf(id),
                signal,
              }),
            ),
    staleTime: 60_000,
  });
}

/** The keys that exist at the provider, which is asked each time. */
export function useProviderKeys(id: string, enabled: boolean) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "account", id, "provider-keys"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/provider-accounts/{id}/provider-keys", { params: pathOf(id), signal }),
      ),
    enabled,
    staleTime: 60_000,
  });
}

/** The provider's workspaces or projects, for what is to be made in one of them. */
export function useProviderGroups(id: string, enabled: boolean) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "account", id, "groups"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/provider-accounts/{id}/groups", { params: pathOf(id), signal })),
    enabled,
    staleTime: 60_000,
  });
}

/** After a change the list, the account and what it can do are read again. */
function useForget(id: string) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: [slug, "accounts"] }),
      queries.invalidateQueries({ queryKey: [slug, "account", id] }),
    ]);
}

export function useUpdateAccount(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (body: UpdateAccount) =>
      unwrap(api.PATCH("/api/v1/provider-accounts/{id}", { params: pathOf(id), body })),
    onSuccess: useForget(id),
  });
}

export function useSetAccountInUse(id: string, inUse: boolean) {
  const { api } = useWorkspace();
  const path = inUse
    ? ("/api/v1/provider-accounts/{id}/enable" as const)
    : ("/api/v1/provider-accounts/{id}/disable" as const);
  return useMutation({
    mutationFn: () => unwrap(api.POST(path, { params: pathOf(id) })),
    onSuccess: useForget(id),
  });
}

export function useRemoveAccount(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/provider-accounts/{id}", { params: pathOf(id) })),
    onSuccess: useForget(id),
  });
}
