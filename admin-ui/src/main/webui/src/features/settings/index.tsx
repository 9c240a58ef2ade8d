import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { DetailDrawer } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { ApiTokenDetail } from "@/features/api-tokens/components/api-token-detail";
import { ApiTokenList } from "@/features/api-tokens/components/api-token-list";
import { CreateApiTokenDialog } from "@/features/api-tokens/components/create-api-token-dialog";
import { AddDomainDialog } from "@/features/domains/components/add-domain-dialog";
import { DomainDetail } from "@/features/domains/components/domain-detail";
import { DomainList } from "@/features/domains/components/domain-list";
import { AddMemberDialog } from "@/features/members/components/add-member-dialog";
import { MemberDetail } from "@/features/members/components/member-detail";
import { MemberList } from "@/features/members/components/member-list";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import type { SettingsAction, SettingsTab } from "@/routes/settings";

const route = getRouteApi("/settings");

export function SettingsPage() {
  const { settings, members, domains, apiTokens } = useAllStrings();
  const { tab = "members", open, domain, action } = route.useSearch();
  const navigate = route.useNavigate();
  const { may } = useWorkspace();
  const act = (next: SettingsAction) =>
    void navigate({ search: (before) => ({ ...before, action: next }) });
  const close = () =>
    void navigate({ search: (before) => ({ ...before, open: undefined, action: undefined }) });
  const about = { members, domains, "api-tokens": apiTokens }[tab];
  const detail = { id: open ?? "", action, onAct: act, onGone: close };
  const add = (
    <RoleButton role="admin" onClick={() => act("add")}>
      {about.add.action}
    </RoleButton>
  );
  return (
    <ListPage title={settings.title} actions={add}>
      <Tabs value={tab} onChange={(chosen) => void navigate({ search: { tab: tabOf(chosen) } })}>
        <Tabs.List mb="md">
          <Tabs.Tab value="members">{settings.tabs.members}</Tabs.Tab>
          <Tabs.Tab value="domains">{settings.tabs.domains}</Tabs.Tab>
          {may("admin") && <Tabs.Tab value="api-tokens">{settings.tabs["api-tokens"]}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="members">{tab === "members" && <MemberList onAdd={add} />}</Tabs.Panel>
        <Tabs.Panel value="domains">{tab === "domains" && <DomainList onAdd={add} />}</Tabs.Panel>
        <Tabs.Panel value="api-tokens">
          {tab === "api-tokens" && <ApiTokenList onAdd={add} />}
        </Tabs.Panel>
      </Tabs>
      <DetailDrawer label={about.title} id={open} beneath={action !== undefined} onClose={close}>
        {tab === "members" && <MemberDetail {...detail} domain={domain} />}
        {tab === "domains" && <DomainDetail {...detail} />}
        {tab === "api-tokens" && <ApiTokenDetail {...detail} />}
      </DetailDrawer>
      {action === "add" && tab === "members" && (
        <AddMemberDialog domain={domain} onClose={() => act(undefined)} />
      )}
      {action === "add" && tab === "domains" && <AddDomainDialog onClose={() => act(undefined)} />}
      {action === "add" && tab === "api-tokens" && (
        <CreateApiTokenDialog onClose={() => act(undefined)} />
      )}
    </ListPage>
  );
}

/** Of the address; members are what it shows without saying so. */
function tabOf(chosen: string | null): SettingsTab {
  return chosen === "domains" || chosen === "api-tokens" ? chosen : undefined;
}
