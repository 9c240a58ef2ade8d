import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const RESULTS = ["success", "refused", "failed"] as const;
export type AuditResult = (typeof RESULTS)[number];

interface AuditSearch {
  who?: string;
  what?: string;
  target?: string;
  result?: AuditResult;
  open?: string;
}

/** "What" is the action: that name is taken by the dialogs of other pages. */
export const audit = createRoute({
  getParentRoute: () => root,
  path: "/audit",
  staticData: { ranged: true },
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    who: readText(search.who),
    what: readText(search.what),
    target: readText(search.target),
    result: readOne(RESULTS, search.result),
    open: readText(search.open),
  }),
  component: lazyRouteComponent(() => import("@/features/audit"), "AuditPage"),
});
