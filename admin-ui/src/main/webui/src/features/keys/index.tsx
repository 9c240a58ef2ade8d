import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { DetailDrawer, DetailPage } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import { AccountList } from "./components/account-list";
import { AddAccountDialog } from "./components/add-account-dialog";
import { AddKeyDialog } from "./components/add-key-dialog";
import { BulkRevokeDialog } from "./components/bulk-revoke-dialog";
import { CreateKeyDialog } from "./components/create-key-dialog";
import { FindKeyDialog } from "./components/find-key-dialog";
import { AccountDetail } from "@/features/accounts/components/account-detail";
import { KeyDetail } from "./components/key-detail";
import { KeyList } from "./components/key-list";

const list = getRouteApi("/keys");
const page = getRouteApi("/keys/$id");

export function KeysPage() {
  const { keys, keyActs, keysThere } = useAllStrings();
  const { tab = "keys", state, provider, q, open, action } = list.useSearch();
  const navigate = list.useNavigate();
  const act = (next: typeof action) =>
    void navigate({ search: (before) => ({ ...before, action: next }) });
  const add = (
    <RoleButton role="admin" onClick={() => act(tab === "accounts" ? "add-account" : "add-key")}>
      {tab === "accounts" ? keys.addAccount.action : keys.add.action}
    </RoleButton>
  );
  return (
    <ListPage
      title={keys.title}
      actions={
        <>
          {tab === "keys" && (
            <>
              <RoleButton role="operator" variant="default" onClick={() => act("find")}>
                {keyActs.find.action}
              </RoleButton>
              <RoleButton role="admin" variant="default" onClick={() => act("create-key")}>
                {keysThere.create.action}
              </RoleButton>
            </>
          )}
          {add}
        </>
      }
    >
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ search: { tab: chosen === "accounts" ? "accounts" : undefined } })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="keys">{keys.tabs.keys}</Tabs.Tab>
          <Tabs.Tab value="accounts">{keys.tabs.accounts}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="keys">{tab === "keys" && <KeyList onAdd={add} />}</Tabs.Panel>
        <Tabs.Panel value="accounts">
          {tab === "accounts" && <AccountList onAdd={add} />}
        </Tabs.Panel>
      </Tabs>
      <DetailDrawer
        label={tab === "accounts" ? keys.tabs.accounts : keys.title}
        to={tab === "accounts" ? "/accounts/$id" : "/keys/$id"}
        id={open}
        beneath={action !== undefined}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {open &&
          (tab === "accounts" ? (
            <AccountDetail id={open} action={action} onAct={act} />
          ) : (
            <KeyDetail id={open} action={action} onAct={act} />
          ))}
      </DetailDrawer>
      {action === "find" && (
        <FindKeyDialog
          onFound={(id) => void navigate({ search: { open: id } })}
          onClose={() => act(undefined)}
        />
      )}
      {action === "add-account" && <AddAccountDialog onClose={() => act(undefined)} />}
      {action === "create-key" && (
        <CreateKeyDialog
          onClose={() => act(undefined)}
          onAddAccount={() => act("add-account")}
          onAddKey={() => act("add-key")}
        />
      )}
      {action === "revoke-these" && (
        <BulkRevokeDialog filter={{ state, provider, text: q }} onClose={() => act(undefined)} />
      )}
      {action === "add-key" && (
        <AddKeyDialog onClose={() => act(undefined)} onAddAccount={() => act("add-account")} />
      )}
    </ListPage>
  );
}

export function KeyPage() {
  const { keys } = useAllStrings();
  const { id } = page.useParams();
  const { action, part } = page.useSearch();
  const navigate = page.useNavigate();
  return (
    <DetailPage list="/keys" label={keys.title}>
      <KeyDetail
        id={id}
        action={action}
        onAct={(next) => void navigate({ search: (before) => ({ ...before, action: next }) })}
        parts={{ part, onPart: (next) => void navigate({ search: { part: next } }) }}
      />
    </DetailPage>
  );
}
