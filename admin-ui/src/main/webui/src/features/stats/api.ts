import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { BreakdownBy, Timeline } from "@/lib/api/types";
import { useLivePolling } from "@/lib/live/live-provider";
import { useRange } from "@/lib/use-range";
import { useWorkspace } from "@/lib/workspace";

/** With the end of its last step, which the range that was asked for tells. */
export type TimelineUntil = Timeline & { to: string };

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
    queryFn: async ({ signal }): Promise<TimelineUntil> => ({
      ...(await unwrap(api.GET("/api/v1/stats/timeline", { params: { query }, signal }))),
      to: query.to,
    }),
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
