import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOne, readText } from "@/lib/search";
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

export const PRICE_TABS = ["own", "repricings"] as const;
const PRICE_ACTIONS = ["set", "change", "remove", "reprice"] as const;

export type PriceAction = (typeof PRICE_ACTIONS)[number] | undefined;

interface PricesSearch {
  tab?: (typeof PRICE_TABS)[number];
  provider?: string;
  /** A model as requests name it. */
  model?: string;
  /** The price in the drawer. */
  open?: string;
  action?: PriceAction;
  /** What is being priced again, or looked at before that. */
  run?: string;
}

export const prices = createRoute({
  getParentRoute: () => root,
  path: "/costs/prices",
  validateSearch: (search: Record<string, unknown>): PricesSearch => ({
    tab: readOne(PRICE_TABS, search.tab),
    provider: readText(search.provider),
    model: readText(search.model),
    open: readText(search.open),
    action: readOne(PRICE_ACTIONS, search.action),
    run: readText(search.run),
  }),
  component: lazyRouteComponent(() => import("@/features/prices"), "PricesPage"),
});
