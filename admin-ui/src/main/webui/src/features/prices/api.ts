import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { done, unwrap } from "@/lib/api/client";
import type { ModelPrice, PriceFilter, PriceOverride, Reprice, SetPrice } from "@/lib/api/types";
import { PAGE_SIZE, usePages, type Listed } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

const WHILE_RUNNING = 1_000;
const REFRESH = 15_000;

/** What models cost in this workspace now. */
export function usePrices(filter: PriceFilter): Listed<ModelPrice> {
  const { slug, api } = useWorkspace();
  return usePages([slug, "prices", filter], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/prices", {
        params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** The prices that the workspace has set for itself, the newest first. */
export function useOverrides(): Listed<PriceOverride> {
  const { slug, api } = useWorkspace();
  return usePages([slug, "price-overrides"], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/prices/overrides", {
        params: { query: { cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** @param id of the one that is replaced; undefined for a new one */
export function useSetPrice(id: string | undefined) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (body: SetPrice) =>
      unwrap(
        id === undefined
          ? api.POST("/api/v1/prices/overrides", { body })
          : api.PUT("/api/v1/prices/overrides/{id}", { params: { path: { id } }, body }),
      ),
    onSuccess: useForget("prices", "price-overrides"),
  });
}

export function useRemovePrice(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () =>
      done(api.DELETE("/api/v1/prices/overrides/{id}", { params: { path: { id } } })),
    onSuccess: useForget("prices", "price-overrides"),
  });
}

/** When history was priced again, the newest first. */
export function useRepricings() {
  const { slug, api } = useWorkspace();
  return usePages(
    [slug, "repricings"],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/stats/repricings", {
          params: { query: { cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { refetchInterval: REFRESH },
  );
}

/** One of them, until it is done. */
export function useRepricing(id: string | undefined) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "repricing", id],
    queryFn:
      id === undefined
        ? skipToken
        : ({ signal }) =>
            unwrap(api.GET("/api/v1/stats/repricings/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.state === "done" ? false : WHILE_RUNNING),
  });
}

/** Has history priced again, or told what that would change. */
export function useReprice() {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (body: Reprice) => unwrap(api.POST("/api/v1/stats/repricings", { body })),
    onSuccess: useForget("repricings"),
  });
}

function useForget(...what: string[]) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  return () => Promise.all(what.map((one) => queries.invalidateQueries({ queryKey: [slug, one] })));
}
