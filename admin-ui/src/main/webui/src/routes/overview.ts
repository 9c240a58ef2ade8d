import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { METRICS, type Metric } from "@/features/overview/metric";
import { readOne } from "@/lib/search";
import { root } from "./root";

export const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  staticData: { ranged: true },
  validateSearch: (search: Record<string, unknown>): { metric?: Metric } => ({
    metric: readOne(METRICS, search.metric),
  }),
  component: lazyRouteComponent(() => import("@/features/overview"), "OverviewPage"),
});
