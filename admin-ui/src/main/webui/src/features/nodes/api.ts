import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { done, unwrap } from "@/lib/api/client";
import type { MakeEnrolmentToken, NodeFilter } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

/** Nodes come and go by themselves, so the list is asked for again. */
const REFRESH = 15_000;

export function useNodes(filter: NodeFilter = {}) {
  const { slug, api } = useWorkspace();
  return usePages(
    [slug, "nodes", filter],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/nodes", {
          params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { refetchInterval: REFRESH },
  );
}

export function useNode(id: string | undefined) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "nodes", id],
    queryFn:
      id === undefined
        ? skipToken
        : ({ signal }) =>
            unwrap(api.GET("/api/v1/nodes/{id}", { params: { path: { id } }, signal })),
  });
}

/** What became of a node and of its leases, newest first. */
export function useTimeline(id: string) {
  const { slug, api } = useWorkspace();
  return usePages(
    [slug, "nodes", id, "timeline"],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/nodes/{id}/timeline", {
          params: { path: { id }, query: { cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { refetchInterval: REFRESH },
  );
}

/** A node and its leases move together. */
function useForget() {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ["nodes", "leases"].map((what) => queries.invalidateQueries({ queryKey: [slug, what] })),
    );
}

export function useApproveNode(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/nodes/{id}/approve", { params: { path: { id } } })),
    onSuccess: useForget(),
  });
}

export function useRemoveNode(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(api.POST("/api/v1/nodes/{id}/remove", { params: { path: { id } }, body: { reason } })),
    onSuccess: useForget(),
  });
}

/** What lets nodes in, each one once; only admins may know of them. */
export function useEnrolmentTokens() {
  const { slug, api } = useWorkspace();
  return usePages([slug, "enrolment-tokens"], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/nodes/enrolment-tokens", {
        params: { query: { cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** The answer has the token in it, once: it is forgotten with the dialog that shows it. */
export function useMakeEnrolmentToken() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MakeEnrolmentToken) =>
      unwrap(api.POST("/api/v1/nodes/enrolment-tokens", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "enrolment-tokens"] }),
    gcTime: 0,
  });
}

export function useTakeBackToken() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      done(api.DELETE("/api/v1/nodes/enrolment-tokens/{id}", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "enrolment-tokens"] }),
  });
}
