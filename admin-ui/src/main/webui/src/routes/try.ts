import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText } from "@/lib/search";
import { root } from "./root";

interface TrySearch {
  /** The lease that is tried; its token is asked for. */
  lease?: string;
}

export const tryLease = createRoute({
  getParentRoute: () => root,
  path: "/try",
  validateSearch: (search: Record<string, unknown>): TrySearch => ({
    lease: readText(search.lease),
  }),
  component: lazyRouteComponent(() => import("@/features/try-lease"), "TryPage"),
});
