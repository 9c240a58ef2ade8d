import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { allPages } from "@/lib/all-pages";
import { unwrap } from "@/lib/api/client";
import type { QuotaHistoryFilter } from "@/lib/api/types";
import { useWorkspace } from "@/lib/workspace";
import { coursesOf } from "./courses";

const PAGE_SIZE = 500;

/** What was left over a time, course by course, read to its end. */
export function useCourses(filter: QuotaHistoryFilter) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "quota-history", filter],
    queryFn: async ({ signal }) =>
      coursesOf(
        await allPages((cursor) =>
          unwrap(
            api.GET("/api/v1/usage/history/quotas", {
              params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
              signal,
            }),
          ),
        ),
      ),
    placeholderData: keepPreviousData,
  });
}
