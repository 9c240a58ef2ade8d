import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Scope } from "@/lib/api/types";
import { SCOPES } from "@/features/limits/limited";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const ACTIONS = ["choose", "limits", "raise"] as const;

export type LimitAction = (typeof ACTIONS)[number] | undefined;

interface LimitsSearch {
  scope?: Scope;
  /** The kind of thing and its id, as in `key:0199f2a4-…`. */
  open?: string;
  action?: LimitAction;
}

export const limits = createRoute({
  getParentRoute: () => root,
  path: "/limits",
  validateSearch: (search: Record<string, unknown>): LimitsSearch => ({
    scope: readOne(SCOPES, search.scope),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/limits"), "LimitsPage"),
});
