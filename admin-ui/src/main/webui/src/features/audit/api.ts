import { useMutation } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { AuditFilter, ExportFormat } from "@/lib/api/types";
import { saveFile } from "@/lib/csv";
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

/** Saves all that the filter finds, not only what was read so far. */
export function useExportAudit(filter: AuditFilter) {
  const { slug, api } = useWorkspace();
  return useMutation({
    mutationFn: async (format: ExportFormat) =>
      saveFile(
        `audit-${slug}.${format}`,
        await unwrap<Blob>(
          api.GET("/api/v1/audit/export", {
            params: { query: { ...filter, format } },
            parseAs: "blob",
          }),
        ),
      ),
  });
}

/** Has every hash computed anew, and compared with what is kept outside of the database. */
export function useVerifyAudit() {
  const { api } = useWorkspace();
  return useMutation({ mutationFn: () => unwrap(api.GET("/api/v1/audit/verify")) });
}
