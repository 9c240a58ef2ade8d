import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { NodeState } from "@/lib/api/types";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const STATES: NodeState[] = ["pending", "enrolled", "lost", "removed"];
const TABS = ["tokens"] as const;
const PARTS = ["timeline", "leases", "spend", "limits", "history"] as const;
const ACTIONS = ["approve", "remove", "limits", "raise", "make-token"] as const;

export type NodeAction = (typeof ACTIONS)[number] | undefined;
/** A tab of a node's page; undefined for the first. */
export type NodePart = (typeof PARTS)[number] | undefined;

interface NodeSearch {
  action?: NodeAction;
}

interface NodesSearch extends NodeSearch {
  tab?: (typeof TABS)[number];
  state?: NodeState;
  label?: string;
  q?: string;
  open?: string;
}

export const nodes = createRoute({
  getParentRoute: () => root,
  path: "/nodes",
  validateSearch: (search: Record<string, unknown>): NodesSearch => ({
    tab: readOne(TABS, search.tab),
    state: readOne(STATES, search.state),
    label: readText(search.label),
    q: readText(search.q),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/nodes"), "NodesPage"),
});

export const node = createRoute({
  getParentRoute: () => root,
  path: "/nodes/$id",
  validateSearch: (search: Record<string, unknown>): NodeSearch & { part?: NodePart } => ({
    part: readOne(PARTS, search.part),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/nodes"), "NodePage"),
});
