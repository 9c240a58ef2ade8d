import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { unwrap } from "@/lib/api/client";
import type { AddRaise, Scope, SetLimits, Window } from "@/lib/api/types";
import { PAGE_SIZE, usePages, type Listed } from "@/lib/use-pages";
import { spendQuery } from "@/features/leases/api";
import { useWorkspace } from "@/lib/workspace";
import { byUrgency } from "./forecast";

/** What limits are on. */
export interface Limited {
  scope: Scope;
  scope_id: string;
}

const REFRESH = 15_000;

/** Everything that has limits of its own. */
function useLimited(scope: Scope | undefined) {
  const { slug, api } = useWorkspace();
  return usePages([slug, "limits", "all", scope], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/limits", {
        params: { query: { scope, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** The windows of all limits that run now, those that will be hit first before the others. */
export function useLimitWindows(scope: Scope | undefined): Listed<Window> {
  const { slug, api } = useWorkspace();
  const limited = useLimited(scope);
  const spends = useQueries({
    queries: (limited.rows ?? []).map((of) => ({
      ...spendQuery(slug, api, of),
      refetchInterval: REFRESH,
    })),
    combine: (results) => ({
      items: results.flatMap(({ data }) => data?.items ?? []),
      waits: results.some(({ data, error }) => data === undefined && error === null),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      retry: () => results.forEach(({ refetch }) => void refetch()),
    }),
  });
  const rows = useMemo(
    () => spends.items.filter(({ limit }) => limit !== null).sort(byUrgency),
    [spends.items],
  );
  return {
    ...limited,
    rows: limited.rows === undefined || spends.waits ? undefined : rows,
    error: limited.error ?? spends.error,
    retry: () => {
      limited.retry();
      spends.retry();
    },
  };
}

export function useLimits(of: Limited) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "limits", of],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/limits/{scope}/{scope_id}", { params: { path: of }, signal })),
  });
}

/** Every raise there was, is or will be, newest first. */
export function useRaises(of: Limited) {
  const { slug, api } = useWorkspace();
  return usePages([slug, "limits", of, "raises"], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/limits/{scope}/{scope_id}/raises", {
        params: { path: of, query: { cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** Limits are shown with what they are on, and what was spent against them. */
function useForget() {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ["limits", "spend", "keys"].map((what) =>
        queries.invalidateQueries({ queryKey: [slug, what] }),
      ),
    );
}

export function useSetLimits(of: Limited) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (body: SetLimits) =>
      unwrap(api.PUT("/api/v1/limits/{scope}/{scope_id}", { params: { path: of }, body })),
    onSuccess: useForget(),
  });
}

export function useRaiseLimit(of: Limited) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (body: AddRaise) =>
      unwrap(api.POST("/api/v1/limits/{scope}/{scope_id}/raises", { params: { path: of }, body })),
    onSuccess: useForget(),
  });
}

export function useEndRaise(of: Limited, raise: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST("/api/v1/limits/{scope}/{scope_id}/raises/{raise}/end", {
          params: { path: { ...of, raise } },
        }),
      ),
    onSuccess: useForget(),
  });
}
