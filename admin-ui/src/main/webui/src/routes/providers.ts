import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { FigureKind } from "@/lib/api/types";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const ACTIONS = ["plan", "sign-in"] as const;

export type ProviderAction = (typeof ACTIONS)[number] | undefined;

interface ProvidersSearch {
  /** The account that the dialog is about. */
  open?: string;
  action?: ProviderAction;
  /** The sign-in to GitHub that is gone on with. */
  signIn?: string;
}

export const providers = createRoute({
  getParentRoute: () => root,
  path: "/providers",
  validateSearch: (search: Record<string, unknown>): ProvidersSearch => ({
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
    signIn: readText(search.signIn),
  }),
  component: lazyRouteComponent(() => import("@/features/providers"), "ProvidersPage"),
});

interface DiscoverySearch {
  /** The key whose import is asked about, by its fingerprint. */
  open?: string;
}

export const discovery = createRoute({
  getParentRoute: () => root,
  path: "/providers/discovery",
  validateSearch: (search: Record<string, unknown>): DiscoverySearch => ({
    open: readText(search.open),
  }),
  component: lazyRouteComponent(() => import("@/features/discovery"), "DiscoveryPage"),
});

export const HISTORY_TABS = ["corrections", "quotas", "answers"] as const;
const KINDS: FigureKind[] = ["cost", "usage"];

interface ProviderHistorySearch {
  tab?: (typeof HISTORY_TABS)[number];
  provider?: string;
  account?: string;
  kind?: FigureKind;
  /** The interval or answer in the drawer. */
  open?: string;
}

export const providerHistory = createRoute({
  getParentRoute: () => root,
  path: "/providers/history",
  staticData: { ranged: true },
  validateSearch: (search: Record<string, unknown>): ProviderHistorySearch => ({
    tab: readOne(HISTORY_TABS, search.tab),
    provider: readText(search.provider),
    account: readText(search.account),
    kind: readOne(KINDS, search.kind),
    open: readText(search.open),
  }),
  component: lazyRouteComponent(() => import("@/features/provider-history"), "ProviderHistoryPage"),
});
