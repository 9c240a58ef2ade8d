import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { DetailDrawer } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { AddDomainDialog } from "@/features/domains/components/add-domain-dialog";
import { DomainDetail } from "@/features/domains/components/domain-detail";
import { DomainList } from "@/features/domains/components/domain-list";
import { AddMemberDialog } from "@/features/members/components/add-member-dialog";
import { MemberDetail } from "@/features/members/components/member-detail";
import { MemberList } from "@/features/members/components/member-list";
import { useAllStrings } from "@/lib/i18n/all";
import type { SettingsAction } from "@/routes/settings";

const route = getRouteApi("/settings");

export function SettingsPage() {
  const { settings, members, domains } = useAllStrings();
  const { tab = "members", open, domain, action } = route.useSearch();
  const navigate = route.useNavigate();
  const act = (next: SettingsAction) =>
    void navigate({ search: (before) => ({ ...before, action: next }) });
  const close = () =>
    void navigate({ search: (before) => ({ ...before, open: undefined, action: undefined }) });
  const about = tab === "domains" ? domains : members;
  const detail = { id: open ?? "", action, onAct: act, onGone: close };
  const add = (
    <RoleButton role="admin" onClick={() => act("add")}>
      {about.add.action}
    </RoleButton>
  );
  return (
    <ListPage title={settings.title} actions={add}>
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ search: { tab: chosen === "domains" ? "domains" : undefined } })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="members">{settings.tabs.members}</Tabs.Tab>
          <Tabs.Tab value="domains">{settings.tabs.domains}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">{tab === "members" && <MemberList onAdd={add} />}</Tabs.Panel>
        <Tabs.Panel value="domains">{tab === "domains" && <DomainList onAdd={add} />}</Tabs.Panel>
      </Tabs>
      <DetailDrawer label={about.title} id={open} beneath={action !== undefined} onClose={close}>
        {tab === "domains" ? (
          <DomainDetail {...detail} />
        ) : (
          <MemberDetail {...detail} domain={domain} />
        )}
      </DetailDrawer>
      {action === "add" && tab === "members" && (
        <AddMemberDialog domain={domain} onClose={() => act(undefined)} />
      )}
      {action === "add" && tab === "domains" && <AddDomainDialog onClose={() => act(undefined)} />}
    </ListPage>
  );
}
