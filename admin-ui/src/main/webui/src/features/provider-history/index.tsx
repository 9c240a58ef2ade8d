import { Group, Tabs, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/links";
import { ListPage } from "@/components/ui/page/list-page";
import { CourseList } from "@/features/quota-history/components/course-list";
import { useAllStrings } from "@/lib/i18n/all";
import { readOne } from "@/lib/search";
import { useWorkspace } from "@/lib/workspace";
import { HISTORY_TABS } from "@/routes/providers";
import { AnswerList } from "./components/answer-list";
import { CorrectionList, FigureList } from "./components/figure-list";
import { AccountChoice, ProviderChoice } from "./components/history-filters";
import { useAccountNames } from "./use-account-names";

const route = getRouteApi("/providers/history");

/** "What did the provider say for that day, and did it always say so?" */
export function ProviderHistoryPage() {
  const { providers, common } = useAllStrings();
  const text = providers.past;
  const { may } = useWorkspace();
  const { tab = "figures" } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (chosen: string | null) =>
    void navigate({
      search: (before) => ({
        ...before,
        tab: readOne(HISTORY_TABS, chosen),
        open: undefined,
      }),
    });
  return (
    <ListPage title={text.title} actions={<TextLink to="/providers">{providers.title}</TextLink>}>
      <Tabs value={tab} keepMounted={false} onChange={choose}>
        <Tabs.List mb="md">
          <Tabs.Tab value="figures">{text.figures}</Tabs.Tab>
          <Tabs.Tab value="corrections">{text.corrections}</Tabs.Tab>
          <Tabs.Tab value="quotas">{text.quotas}</Tabs.Tab>
          <Tabs.Tab value="answers">{text.answers}</Tabs.Tab>
        </Tabs.List>
        <Text size="xs" c="dimmed" mb="sm">
          {text.about[tab]}
        </Text>
        <Tabs.Panel value="figures">
          <FigureList />
        </Tabs.Panel>
        <Tabs.Panel value="corrections">
          <CorrectionList />
        </Tabs.Panel>
        <Tabs.Panel value="quotas">
          <Quotas />
        </Tabs.Panel>
        <Tabs.Panel value="answers">
          {may("operator") ? <AnswerList /> : <EmptyState title={common.forbidden("operator")} />}
        </Tabs.Panel>
      </Tabs>
    </ListPage>
  );
}

/** What was left, as charts. */
function Quotas() {
  const { provider, account } = route.useSearch();
  return (
    <>
      <Group gap="xs" mb="sm">
        <ProviderChoice />
        <AccountChoice />
      </Group>
      <CourseList provider={provider} account={account} nameOf={useAccountNames()} />
    </>
  );
}
