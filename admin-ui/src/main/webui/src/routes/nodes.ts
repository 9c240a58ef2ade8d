import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { NodeState } from "@/lib/api/types";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const STATES: NodeState[] = ["enrolled", "lost", "removed"];

interface NodesSearch {
  state?: NodeState;
  q?: string;
  open?: string;
}

export const nodes = createRoute({
  getParentRoute: () => root,
  path: "/nodes",
  validateSearch: (search: Record<string, unknown>): NodesSearch => ({
    state: readOne(STATES, search.state),
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
