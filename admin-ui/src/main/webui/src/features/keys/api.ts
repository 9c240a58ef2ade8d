import {
  keepPreviousData,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { AddKey, AddProviderAccount, KeyFilter, TestKey, UpdateKey } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";
import type { KeyAct } from "./key-acts";
import { pollOf } from "./revocation";

const REFRESH = 15_000;

export function useKeys(filter: KeyFilter = {}) {
  const { slug, api } = useWorkspace();
  return usePages(
    [slug, "keys", filter],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/keys", {
          params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { refetchInterval: REFRESH },
  );
}

export function useKey(id: string | undefined) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "keys", id],
    queryFn:
      id === undefined
        ? skipToken
        : ({ signal }) =>
            unwrap(api.GET("/api/v1/keys/{key}", { params: { path: { key: id } }, signal })),
  });
}

export function useAccounts() {
  const { slug, api } = useWorkspace();
  return usePages([slug, "accounts"], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/provider-accounts", {
        params: { query: { cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** Where the operator lets keys of the workspace take their secrets from. */
export function useKeySources() {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "key-sources"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/key-sources", { signal })),
  });
}

/**
 * The body is read from the form when it is sent and not handed over as the mutation's variables:
 * those would be kept in memory, with the secret in them, for as long as the mutation is.
 */
export function useAddKey(readForm: () => AddKey) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/keys", { body: readForm() })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

/** Reads its form like {@link useAddKey}, and for the same reason. */
export function useAddAccount(readForm: () => AddProviderAccount) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/provider-accounts", { body: readForm() })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "accounts"] }),
  });
}

export function useBindKey(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (provider_key_id: string) =>
      unwrap(
        api.POST("/api/v1/keys/{key}/bind", {
          params: { path: { key: id } },
          body: { provider_key_id },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

export function useVerifyKey(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/keys/{key}/verify", { params: { path: { key: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

/** What revoking would do, without doing it. */
export function useRevocationPlan(id: string, force: boolean) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "revocation-plan", id, force],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST("/api/v1/keys/{key}/revoke", {
          params: { path: { key: id } },
          body: { dry_run: true, force },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** How far the revocation is; asked for again until it is over. */
export function useRevocation(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "revocation", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/keys/{key}/revocation", { params: { path: { key: id } }, signal })),
    refetchInterval: (query) => pollOf(query.state.data),
    staleTime: 0,
  });
}

export function useRevokeKey(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: { reason?: string; force: boolean }) =>
      unwrap(api.POST("/api/v1/keys/{key}/revoke", { params: { path: { key: id } }, body: order })),
    onSuccess: (revocation) => {
      queries.setQueryData([slug, "revocation", id], revocation);
      return queries.invalidateQueries({ queryKey: [slug, "keys"] });
    },
  });
}

/** As long as the key drains; it is as it was before then, and has no revocation. */
export function useCancelRevocation(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST("/api/v1/keys/{key}/revocation/cancel", {
          params: { path: { key: id } },
          body: {},
        }),
      ),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [slug, "revocation", id] });
      return queries.invalidateQueries({ queryKey: [slug, "keys"] });
    },
  });
}

/** Ends a revocation that can't be confirmed: nobody waits for proof any longer. */
export function useAbandonRevocation(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST("/api/v1/keys/{key}/revocation/abandon", {
          params: { path: { key: id } },
          body: { reason },
        }),
      ),
    onSuccess: (revocation) => {
      queries.setQueryData([slug, "revocation", id], revocation);
      return queries.invalidateQueries({ queryKey: [slug, "keys"] });
    },
  });
}

export function useUpdateKey(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdateKey) =>
      unwrap(api.PATCH("/api/v1/keys/{key}", { params: { path: { key: id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

export function useLeaveSource(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.DELETE("/api/v1/keys/{key}/source", { params: { path: { key: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

export function useActOnKey(id: string, act: KeyAct) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string | undefined) =>
      unwrap(
        api.POST(`/api/v1/keys/{key}/${act}`, { params: { path: { key: id } }, body: { reason } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "keys"] }),
  });
}

/** Reads its form like {@link useAddKey}, and for the same reason. */
export function useFindKey(readSecret: () => string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/keys/find", { body: { secret: readSecret() } })),
  });
}

/** Asks the provider about a secret that is not kept; reads its form like {@link useAddKey}. */
export function useTestKey(readForm: () => TestKey) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/keys/test", { body: readForm() })),
  });
}
