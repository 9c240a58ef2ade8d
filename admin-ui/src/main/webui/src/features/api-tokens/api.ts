import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { ApiToken, CreateApiToken } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

/** The newest first, also those that are good no more. */
export function useApiTokens() {
  const { slug, api } = useWorkspace();
  return usePages([slug, "api-tokens"], (cursor, signal) =>
    unwrap(api.GET("/api/v1/tokens", { params: { query: { cursor, limit: PAGE_SIZE } }, signal })),
  );
}

export function useApiToken(token: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "api-token", token],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tokens/{token}", { params: { path: { token } }, signal })),
  });
}

/** The answer holds the token itself: it is given to whoever asked and put into no cache; `gcTime` lets go of it at once. */
export function useCreateApiToken() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: CreateApiToken) => unwrap(api.POST("/api/v1/tokens", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "api-tokens"] }),
  });
}

export function useRevokeApiToken({ id }: ApiToken) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/tokens/{token}/revoke", { params: { path: { token: id } } })),
    onSuccess: (revoked) => {
      queries.setQueryData([slug, "api-token", id], revoked);
      return queries.invalidateQueries({ queryKey: [slug, "api-tokens"] });
    },
  });
}
