import { skipToken, useQuery } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { NodeFilter } from "@/lib/api/types";
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
