import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading } from "@/components/ui/loading";
import { DetailDrawer } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { AuditFilter } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useRange } from "@/lib/use-range";
import { useWorkspace } from "@/lib/workspace";
import { useAudit, useExportAudit, useVerifyAudit } from "./api";
import { ExportMenu, Verified, VerifyButton } from "./components/audit-actions";
import { AuditDetail } from "./components/audit-detail";
import { AuditTable } from "./components/audit-table";

const route = getRouteApi("/audit");

export function AuditPage() {
  const { audit: text } = useAllStrings();
  const { may } = useWorkspace();
  return may("admin") ? (
    <AuditLog />
  ) : (
    <ListPage title={text.title}>
      <EmptyState {...text.adminsOnly} />
    </ListPage>
  );
}

function AuditLog() {
  const { audit: text } = useAllStrings();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useFilter();
  const entries = useAudit(filter);
  const verifying = useVerifyAudit();
  const exporting = useExportAudit(filter);
  const opened = entries.rows?.find(({ id }) => id === open);
  return (
    <ListPage
      title={text.title}
      actions={
        <>
          <VerifyButton verifying={verifying} />
          <ExportMenu exporting={exporting} />
        </>
      }
    >
      {exporting.error && <ProblemAlert error={exporting.error} />}
      <Verified verifying={verifying} />
      <AuditTable entries={entries} />
      <DetailDrawer
        label={text.title}
        id={open}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {opened ? (
          <AuditDetail of={opened} />
        ) : entries.rows ? (
          <EmptyState {...text.notListed} />
        ) : (
          <Loading height={260} />
        )}
      </DetailDrawer>
    </ListPage>
  );
}

/** What the URL says, in the words of the service. */
function useFilter(): AuditFilter {
  const { who, what, target, result } = route.useSearch();
  const { from, to } = useRange();
  return { actor: who, action: what, target, result, from, to };
}
