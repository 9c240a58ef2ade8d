import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading } from "@/components/ui/loading";
import { DetailDrawer } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { useStrings } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";
import { useAudit } from "./api";
import { AuditDetail } from "./components/audit-detail";
import { AuditTable } from "./components/audit-table";

const route = getRouteApi("/audit");

export function AuditPage() {
  const { audit: text } = useStrings();
  const { may } = useWorkspace();
  return (
    <ListPage title={text.title}>
      {may("admin") ? <AuditLog /> : <EmptyState {...text.adminsOnly} />}
    </ListPage>
  );
}

function AuditLog() {
  const { audit: text } = useStrings();
  const { what, target, open } = route.useSearch();
  const navigate = route.useNavigate();
  const entries = useAudit({ action: what, target });
  const look = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, open: id }) });
  const opened = entries.rows?.find(({ id }) => id === open);
  return (
    <>
      <AuditTable entries={entries} />
      <DetailDrawer label={text.title} id={open} onClose={() => look(undefined)}>
        {opened ? (
          <AuditDetail of={opened} />
        ) : entries.rows ? (
          <EmptyState {...text.notListed} />
        ) : (
          <Loading height={260} />
        )}
      </DetailDrawer>
    </>
  );
}
