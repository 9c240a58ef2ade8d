import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { IconSearch } from "@tabler/icons-react";
import { announceDone } from "@/components/ui/announce";
import { Notice } from "@/components/ui/notice";
import { ListPage } from "@/components/ui/page/list-page";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { RoleButton } from "@/components/ui/role-button";
import type { Discovery } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useDiscovery, useLook } from "./api";
import { FoundTable } from "./components/found-table";
import { ImportDialog } from "./components/import-dialog";

const route = getRouteApi("/providers/discovery");

/** "Which providers' keys lie about where the services run, and which of them are in no pool?" */
export function DiscoveryPage() {
  const { common, discovery: text } = useAllStrings();
  const { may } = useWorkspace();
  const look = useLook();
  const again = () =>
    look.mutate([], { onSuccess: ({ keys }) => announceDone(text.looked(keys.length)) });
  return (
    <ListPage
      title={text.title}
      actions={
        <RoleButton
          role="admin"
          leftSection={<IconSearch size={14} />}
          loading={look.isPending}
          onClick={again}
        >
          {text.look}
        </RoleButton>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {text.about}
      </Text>
      {look.error && <ProblemAlert error={look.error} />}
      {may("admin") ? <Found /> : <Notice tone="plain" title={common.forbidden("admin")} />}
    </ListPage>
  );
}

function Found() {
  const discovery = useDiscovery();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (fingerprint: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, open: fingerprint }) });
  const chosen = discovery.data?.keys.find(({ fingerprint }) => fingerprint === open);
  return (
    <>
      <Troubles of={discovery.data} />
      <FoundTable discovery={discovery} onImport={show} />
      {chosen && <ImportDialog of={chosen} onClose={() => show(undefined)} />}
    </>
  );
}

/** Where could not be looked, so that nobody takes it for clean. */
function Troubles({ of: discovery }: { of: Discovery | undefined }) {
  const { discovery: text } = useAllStrings();
  return discovery?.troubles.map(({ source, reason }) => (
    <Notice key={source} tone="warn" title={text.notLooked(source)}>
      <Text size="sm">{reason}</Text>
    </Notice>
  ));
}
