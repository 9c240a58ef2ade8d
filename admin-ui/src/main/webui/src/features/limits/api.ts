import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { unwrap } from "@/lib/api/client";
import type { AddRaise, Scope, SetLimits, Window } from "@/lib/api/types";
import { PAGE_SIZE, usePages, type Listed } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

/** What limits are on. */
export interface Limited {
  scope: Scope;
  scope_id: string;
}

const REFRESH = 15_000;

/** The windows of all limits that run now, those that will be hit first before the others. */
export function useLimitWindows(scope: Scope | undefined): Listed<Window> {
  const { slug, api } = useWorkspace();
  const windows = usePages<Window>(
    [slug, "spend", "all", scope],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/spend", {
          params: { query: { scope, cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { refetchInterval: REFRESH },
  );
  // While pages are read what is spent moves, and a limit from one page to the other.
  const rows = useMemo(
    () => windows.rows && [...new Map(windows.rows.map((row) => [windowKey(row), row])).values()],
    [windows.rows],
  );
  return { ...windows, rows };
}

/** What a window is of, among those that run now. */
export function windowKey({ scope, scope_id, period }: Window): string {
  return `${scope}:${scope_id}:${period}`;
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
