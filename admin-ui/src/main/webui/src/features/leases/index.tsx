import { Button, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMoments } from "@/components/ui/figure";
import { ButtonLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { DetailDrawer, DetailPage } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import type { LeaseAction } from "@/routes/leases";
import { BulkRevokeDialog } from "./components/bulk-revoke-dialog";
import { LeaseDetail } from "./components/lease-detail";
import { LeaseList } from "./components/lease-list";

const list = getRouteApi("/leases");
const page = getRouteApi("/leases/$id");

export function LeasesPage() {
  const { leases } = useAllStrings();
  const { state, provider, node, key, at, open, action, client } = list.useSearch();
  const navigate = list.useNavigate();
  const act = (next: LeaseAction) =>
    void navigate({ search: (before) => ({ ...before, action: next }) });
  return (
    <ListPage
      title={leases.title}
      actions={
        at === undefined && (
          <>
            <ButtonLink to="/try" search={{}} variant="default">
              {leases.tryOne}
            </ButtonLink>
            <RoleButton role="operator" variant="default" onClick={() => act("revoke-these")}>
              {leases.revokeThese.action}
            </RoleButton>
          </>
        )
      }
    >
      {at !== undefined && (
        <HeldThen
          at={at}
          onNow={() => void navigate({ search: (before) => ({ ...before, at: undefined }) })}
        />
      )}
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
            action={action}
            onAct={act}
            client={client}
            onClient={(next) =>
              void navigate({ search: (before) => ({ ...before, client: next }), replace: true })
            }
          />
        )}
      </DetailDrawer>
      {action === "revoke-these" && (
        <BulkRevokeDialog filter={{ state, provider, node, key }} onClose={() => act(undefined)} />
      )}
    </ListPage>
  );
}

/** That the list is one of the past, and the way back. */
function HeldThen({ at, onNow }: { at: string; onNow: () => void }) {
  const { leases } = useAllStrings();
  const { absolute } = useMoments();
  return (
    <Notice tone="plain" title={leases.held.title(absolute(at))}>
      <Text size="sm">{leases.held.hint}</Text>
      <Button variant="default" mt={6} onClick={onNow}>
        {leases.held.now}
      </Button>
    </Notice>
  );
}

export function LeasePage() {
  const { leases } = useAllStrings();
  const { id } = page.useParams();
  const { action, client } = page.useSearch();
  const navigate = page.useNavigate();
  return (
    <DetailPage list="/leases" label={leases.title}>
      <LeaseDetail
        id={id}
        action={action}
        onAct={(next) => void navigate({ search: (before) => ({ ...before, action: next }) })}
        client={client}
        onClient={(next) =>
          void navigate({ search: (before) => ({ ...before, client: next }), replace: true })
        }
      />
    </DetailPage>
  );
}
