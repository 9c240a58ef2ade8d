import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText } from "@/lib/search";
import { root } from "./root";

interface AuditSearch {
  what?: string;
  target?: string;
  open?: string;
}

/** "What" is the action: that name is taken by the dialogs of other pages. */
export const audit = createRoute({
  getParentRoute: () => root,
  path: "/audit",
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    what: readText(search.what),
    target: readText(search.target),
    open: readText(search.open),
  }),
  component: lazyRouteComponent(() => import("@/features/audit"), "AuditPage"),
});
