import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOne } from "@/lib/search";
import { root } from "./root";

const VIEWS = ["cumulative"] as const;

export const costs = createRoute({
  getParentRoute: () => root,
  path: "/costs",
  staticData: { ranged: true },
  validateSearch: (search: Record<string, unknown>): { view?: (typeof VIEWS)[number] } => ({
    view: readOne(VIEWS, search.view),
  }),
  component: lazyRouteComponent(() => import("@/features/costs"), "CostsPage"),
});
