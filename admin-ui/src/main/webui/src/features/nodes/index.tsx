import { getRouteApi } from "@tanstack/react-router";
import { DetailDrawer, DetailPage } from "@/components/ui/page/detail";
import { ListPage } from "@/components/ui/page/list-page";
import { useAllStrings } from "@/lib/i18n/all";
import { NodeDetail } from "./components/node-detail";
import { NodeList } from "./components/node-list";

const list = getRouteApi("/nodes");
const page = getRouteApi("/nodes/$id");

export function NodesPage() {
  const { nodes } = useAllStrings();
  const { open } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <ListPage title={nodes.title}>
      <NodeList />
      <DetailDrawer
        label={nodes.title}
        to="/nodes/$id"
        id={open}
        onClose={() => void navigate({ search: (before) => ({ ...before, open: undefined }) })}
      >
        {open && <NodeDetail id={open} />}
      </DetailDrawer>
    </ListPage>
  );
}

export function NodePage() {
  const { nodes } = useAllStrings();
  const { id } = page.useParams();
  return (
    <DetailPage list="/nodes" label={nodes.title}>
      <NodeDetail id={id} />
    </DetailPage>
  );
}
