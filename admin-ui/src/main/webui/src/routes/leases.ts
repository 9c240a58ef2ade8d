import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { LeaseState } from "@/lib/api/types";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const STATES: LeaseState[] = ["active", "draining", "released", "expired", "revoked"];
const ACTIONS = ["revoke"] as const;

interface LeaseSearch {
  action?: (typeof ACTIONS)[number];
}

interface LeasesSearch extends LeaseSearch {
  state?: LeaseState;
  provider?: string;
  node?: string;
  key?: string;
  open?: string;
}

export const leases = createRoute({
  getParentRoute: () => root,
  path: "/leases",
  validateSearch: (search: Record<string, unknown>): LeasesSearch => ({
    state: readOne(STATES, search.state),
    provider: readText(search.provider),
    node: readText(search.node),
    key: readText(search.key),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/leases"), "LeasesPage"),
});

export const lease = createRoute({
  getParentRoute: () => root,
  path: "/leases/$id",
  validateSearch: (search: Record<string, unknown>): LeaseSearch => ({
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/leases"), "LeasePage"),
});
