import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { CreateKey, ProviderLimit } from "@/lib/api/types";
import { useWorkspace } from "@/lib/workspace";

const REFRESH = 15_000;

const pathOf = (key: string) => ({ path: { key } });

/** Has the provider make a key; its secret goes to the secret store, past everybody. */
export function useCreateKey() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateKey) => unwrap(api.POST("/api/v1/keys/create", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

/** What the provider says of the key now; it is asked each time, and counts our calls. */
export function useKeyAtProvider(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "key-at-provider", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/keys/{key}/provider", { params: pathOf(id), signal })),
    staleTime: 60_000,
  });
}

/** What the provider enforces of the key by our doing. */
export function useEnforcement(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "key-enforcement", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/keys/{key}/provider/enforcement", { params: pathOf(id), signal })),
    refetchInterval: REFRESH,
  });
}

/** What the key has cost by its provider's word, and what that comes to by now. */
export function useDirectUse(key_id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "spend", "direct", key_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/spend/key/{key_id}/direct", { params: { path: { key_id } }, signal }),
      ),
    refetchInterval: REFRESH,
  });
}

export function useSetLimitAtProvider(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ProviderLimit) =>
      unwrap(api.PUT("/api/v1/keys/{key}/provider/limit", { params: pathOf(id), body })),
    onSuccess: (spend) => queries.setQueryData([slug, "key-at-provider", id], spend),
  });
}

export function useSwitchAtProvider(id: string, act: "disable" | "enable") {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST(`/api/v1/keys/{key}/provider/${act}`, { params: pathOf(id) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}
