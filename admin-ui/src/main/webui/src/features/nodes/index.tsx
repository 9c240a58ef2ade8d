import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { DetailDrawer, DetailPage } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import type { NodeAction } from "@/routes/nodes";
import { MakeTokenDialog } from "./components/make-token-dialog";
import { NodeDetail } from "./components/node-detail";
import { NodeList } from "./components/node-list";
import { TokenList } from "./components/token-list";

const list = getRouteApi("/nodes");
const page = getRouteApi("/nodes/$id");

export function NodesPage() {
  const { nodes } = useAllStrings();
  const { tab = "nodes", open, action } = list.useSearch();
  const navigate = list.useNavigate();
  const act = (next: NodeAction) =>
    void navigate({ search: (before) => ({ ...before, action: next }) });
  const enrol = (
    <RoleButton role="admin" onClick={() => act("make-token")}>
      {nodes.tokens.make.action}
    </RoleButton>
  );
  return (
    <ListPage title={nodes.title} actions={enrol}>
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ search: { tab: chosen === "tokens" ? "tokens" : undefined } })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="nodes">{nodes.title}</Tabs.Tab>
          <Tabs.Tab value="tokens">{nodes.tokens.title}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="nodes">{tab === "nodes" && <NodeList onAdd={enrol} />}</Tabs.Panel>
        <Tabs.Panel value="tokens">{tab === "tokens" && <TokenList onAdd={enrol} />}</Tabs.Panel>
      </Tabs>
      <DetailDrawer
        label={nodes.title}
        to="/nodes/$id"
        id={open}
        beneath={action !== undefined}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {open && <NodeDetail id={open} action={action} onAct={act} />}
      </DetailDrawer>
      {action === "make-token" && <MakeTokenDialog onClose={() => act(undefined)} />}
    </ListPage>
  );
}

export function NodePage() {
  const { nodes } = useAllStrings();
  const { id } = page.useParams();
  const { action, part } = page.useSearch();
  const navigate = page.useNavigate();
  return (
    <DetailPage list="/nodes" label={nodes.title}>
      <NodeDetail
        id={id}
        action={action}
        onAct={(next) => void navigate({ search: (before) => ({ ...before, action: next }) })}
        parts={{ part, onPart: (next) => void navigate({ search: { part: next } }) }}
      />
    </DetailPage>
  );
}
