import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { done, unwrap } from "@/lib/api/client";
import type { AddDomain, DomainFilter, UpdateDomain } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

export function useDomains(filter: DomainFilter = {}) {
  const { slug, api } = useWorkspace();
  return usePages([slug, "domains", filter], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/domains", {
        params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

export function useDomain(id: string | undefined) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "domain", id],
    queryFn:
      id === undefined
        ? skipToken
        : ({ signal }) =>
            unwrap(
              api.GET("/api/v1/domains/{domain}", { params: { path: { domain: id } }, signal }),
            ),
  });
}

export function useAddDomain() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AddDomain) => unwrap(api.POST("/api/v1/domains", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "domains"] }),
  });
}

export function useUpdateDomain(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdateDomain) =>
      unwrap(api.PATCH("/api/v1/domains/{domain}", { params: { path: { domain: id } }, body })),
    onSuccess: (changed) => {
      queries.setQueryData([slug, "domain", id], changed);
      return queries.invalidateQueries({ queryKey: [slug, "domains"] });
    },
  });
}

export function useRemoveDomain(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      done(api.DELETE("/api/v1/domains/{domain}", { params: { path: { domain: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "domains"] }),
  });
}
