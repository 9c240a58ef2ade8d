import { unwrap } from "@/lib/api/client";
import type { AuditFilter } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

/** What was done in the workspace, newest first. */
export function useAudit(filter: AuditFilter, enabled = true) {
  const { slug, api } = useWorkspace();
  return usePages(
    [slug, "audit", filter],
    (cursor, signal) =>
      unwrap(
        api.GET("/api/v1/audit", {
          params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    { enabled },
  );
}
