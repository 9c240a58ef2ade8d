import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const ACTIONS = ["plan"] as const;

export type ProviderAction = (typeof ACTIONS)[number] | undefined;

interface ProvidersSearch {
  /** The account that the dialog is about. */
  open?: string;
  action?: ProviderAction;
}

export const providers = createRoute({
  getParentRoute: () => root,
  path: "/providers",
  validateSearch: (search: Record<string, unknown>): ProvidersSearch => ({
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/providers"), "ProvidersPage"),
});
