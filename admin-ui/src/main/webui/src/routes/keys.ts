import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const TABS = ["accounts"] as const;
const ACTIONS = ["add-key", "add-account", "bind", "revoke"] as const;

interface KeySearch {
  action?: (typeof ACTIONS)[number];
}

interface KeysSearch extends KeySearch {
  tab?: (typeof TABS)[number];
  state?: string;
  provider?: string;
  q?: string;
  open?: string;
}

/** The action is the dialog that is open; the back button closes it. */
export const keys = createRoute({
  getParentRoute: () => root,
  path: "/keys",
  validateSearch: (search: Record<string, unknown>): KeysSearch => ({
    tab: readOne(TABS, search.tab),
    state: readText(search.state),
    provider: readText(search.provider),
    q: readText(search.q),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/keys"), "KeysPage"),
});

export const key = createRoute({
  getParentRoute: () => root,
  path: "/keys/$id",
  validateSearch: (search: Record<string, unknown>): KeySearch => ({
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/keys"), "KeyPage"),
});
