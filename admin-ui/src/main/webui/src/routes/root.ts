import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { Broken, NotFound } from "@/components/ui/dead-ends";
import { Frame } from "@/features/frame";
import { readRange, type RangeChoice } from "@/lib/range";
import { readText } from "@/lib/search";

/** What every page shares in the URL. */
interface SharedSearch {
  workspace?: string;
  range?: RangeChoice;
}

export const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): SharedSearch => ({
    workspace: readText(search.workspace),
    range: readRange(search.range),
  }),
  search: { middlewares: [retainSearchParams(["workspace", "range"])] },
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});
