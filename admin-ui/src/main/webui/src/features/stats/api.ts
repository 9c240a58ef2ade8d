import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { BreakdownBy } from "@/lib/api/types";
import { useLivePolling } from "@/lib/live/live-provider";
import { useRange } from "@/lib/use-range";
import { useWorkspace } from "@/lib/workspace";

/** Live figures: asked for again when the event stream says that they moved. */
function useStatsOptions() {
  return { refetchInterval: useLivePolling(), placeholderData: keepPreviousData };
}

export function useOverview() {
  const { slug, api } = useWorkspace();
  const { from, to, zone } = useRange();
  return useQuery({
    queryKey: [slug, "stats", "overview", from, to, zone],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/stats/overview", { params: { query: { from, to, zone } }, signal })),
    ...useStatsOptions(),
  });
}

export function useTimeline() {
  const { slug, api } = useWorkspace();
  const query = useRange();
  return useQuery({
    queryKey: [slug, "stats", "timeline", query],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/stats/timeline", { params: { query }, signal })),
    ...useStatsOptions(),
  });
}

export function useBreakdown(by: BreakdownBy, limit: number) {
  const { slug, api } = useWorkspace();
  const { from, to, zone } = useRange();
  return useQuery({
    queryKey: [slug, "stats", "breakdown", by, limit, from, to, zone],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/stats/breakdown", {
          params: { query: { by, limit, from, to, zone } },
          signal,
        }),
      ),
    ...useStatsOptions(),
  });
}
