import { getRouteApi } from "@tanstack/react-router";
import { DetailDrawer, DetailPage } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { useAllStrings } from "@/lib/i18n/all";
import { LeaseDetail } from "./components/lease-detail";
import { LeaseList } from "./components/lease-list";

const list = getRouteApi("/leases");
const page = getRouteApi("/leases/$id");

export function LeasesPage() {
  const { leases } = useAllStrings();
  const { open, action } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <ListPage title={leases.title}>
      <LeaseList />
      <DetailDrawer
        label={leases.title}
        to="/leases/$id"
        id={open}
        beneath={action !== undefined}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {open && (
          <LeaseDetail
            id={open}
            revoking={action === "revoke"}
            onRevoking={(on) =>
              void navigate({
                search: (before) => ({ ...before, action: on ? "revoke" : undefined }),
              })
            }
          />
        )}
      </DetailDrawer>
    </ListPage>
  );
}

export function LeasePage() {
  const { leases } = useAllStrings();
  const { id } = page.useParams();
  const { action } = page.useSearch();
  const navigate = page.useNavigate();
  return (
    <DetailPage list="/leases" label={leases.title}>
      <LeaseDetail
        id={id}
        revoking={action === "revoke"}
        onRevoking={(on) => void navigate({ search: { action: on ? "revoke" : undefined } })}
      />
    </DetailPage>
  );
}
