import { useQuery } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { HistoryFilter, HistoryItem } from "@/lib/api/types";
import { PAGE_SIZE, usePages, type Listed } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

/** What providers said was used and charged, as it is in force, the oldest first. */
export function useHistory(filter: HistoryFilter): Listed<HistoryItem> {
  const { slug, api } = useWorkspace();
  return usePages([slug, "usage-history", filter], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/usage/history", {
        params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** What they had said before they corrected it. */
export function useCorrections(filter: HistoryFilter): Listed<HistoryItem> {
  const { slug, api } = useWorkspace();
  return usePages([slug, "usage-corrections", filter], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/usage/history/revisions", {
        params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** What providers answered to polls, the newest first. */
export function useAnswers(account: string | undefined) {
  const { slug, api } = useWorkspace();
  return usePages([slug, "raw-responses", account], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/usage/raw-responses", {
        params: { query: { account_id: account, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** One of them, with its text; that is forgotten with the drawer. */
export function useAnswer(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "raw-response", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/usage/raw-responses/{id}", { params: { path: { id } }, signal })),
    gcTime: 0,
  });
}
