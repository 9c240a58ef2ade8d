import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText } from "@/lib/search";
import { root } from "./root";

interface NodesSearch {
  state?: string;
  q?: string;
  open?: string;
}

export const nodes = createRoute({
  getParentRoute: () => root,
  path: "/nodes",
  validateSearch: (search: Record<string, unknown>): NodesSearch => ({
    state: readText(search.state),
    q: readText(search.q),
    open: readText(search.open),
  }),
  component: lazyRouteComponent(() => import("@/features/nodes"), "NodesPage"),
});

export const node = createRoute({
  getParentRoute: () => root,
  path: "/nodes/$id",
  component: lazyRouteComponent(() => import("@/features/nodes"), "NodePage"),
});
