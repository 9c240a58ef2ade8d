import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CLIENTS, type Client } from "@/features/leases/snippets/snippet";
import type { LeaseState } from "@/lib/api/types";
import { readInstant, readOne, readText } from "@/lib/search";
import { root } from "./root";

const STATES: LeaseState[] = ["active", "draining", "released", "expired", "revoked"];
const ACTIONS = ["renew", "release", "revoke", "revoke-these"] as const;

export type LeaseAction = (typeof ACTIONS)[number] | undefined;

interface LeaseSearch {
  action?: LeaseAction;
  /** The language that a program is shown in. */
  client?: Client;
}

interface LeasesSearch extends LeaseSearch {
  state?: LeaseState;
  provider?: string;
  node?: string;
  key?: string;
  /** Who held what then; now where it is left out. */
  at?: string;
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
    at: readInstant(search.at),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
    client: readOne(CLIENTS, search.client),
  }),
  component: lazyRouteComponent(() => import("@/features/leases"), "LeasesPage"),
});

export const lease = createRoute({
  getParentRoute: () => root,
  path: "/leases/$id",
  validateSearch: (search: Record<string, unknown>): LeaseSearch => ({
    action: readOne(ACTIONS, search.action),
    client: readOne(CLIENTS, search.client),
  }),
  component: lazyRouteComponent(() => import("@/features/leases"), "LeasePage"),
});
