import { Tabs, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ButtonLink } from "@/components/ui/links";
import { ListPage } from "@/components/ui/page/list-page";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import { readOne } from "@/lib/search";
import { PRICE_TABS, type PriceAction } from "@/routes/costs";
import { OverrideList } from "./components/override-list";
import { PriceBook } from "./components/price-book";
import { RepriceDialog } from "./components/reprice-dialog";
import { RepricingList } from "./components/repricing-list";
import { SetPriceDialog } from "./components/set-price-dialog";

const route = getRouteApi("/costs/prices");

/** "What does a model cost here, and which prices are our own?" */
export function PricesPage() {
  const { costs, prices: text } = useAllStrings();
  const { tab = "book", action, run } = route.useSearch();
  const navigate = route.useNavigate();
  const act = (next: PriceAction) =>
    void navigate({ search: (before) => ({ ...before, action: next, run: undefined }) });
  const choose = (chosen: string | null) =>
    void navigate({
      search: (before) => ({ ...before, tab: readOne(PRICE_TABS, chosen), open: undefined }),
    });
  const set = (
    <RoleButton role="admin" onClick={() => act("set")}>
      {text.set.action}
    </RoleButton>
  );
  return (
    <ListPage
      title={text.title}
      actions={
        <>
          <ButtonLink to="/costs" variant="default">
            {costs.title}
          </ButtonLink>
          <RoleButton role="admin" variant="default" onClick={() => act("reprice")}>
            {text.reprice.action}
          </RoleButton>
          {set}
        </>
      }
    >
      <Tabs value={tab} keepMounted={false} onChange={choose}>
        <Tabs.List mb="md">
          <Tabs.Tab value="book">{text.book}</Tabs.Tab>
          <Tabs.Tab value="own">{text.own}</Tabs.Tab>
          <Tabs.Tab value="repricings">{text.repricings}</Tabs.Tab>
        </Tabs.List>
        <Text size="xs" c="dimmed" mb="sm">
          {text.about[tab]}
        </Text>
        <Tabs.Panel value="book">
          <PriceBook />
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <OverrideList onAdd={set} />
        </Tabs.Panel>
        <Tabs.Panel value="repricings">
          <RepricingList />
        </Tabs.Panel>
      </Tabs>
      {action === "set" && <SetPriceDialog onClose={() => act(undefined)} />}
      {action === "reprice" && (
        <RepriceDialog
          run={run}
          onBegun={(id) =>
            void navigate({ search: (before) => ({ ...before, run: id }), replace: true })
          }
          onClose={() => act(undefined)}
        />
      )}
    </ListPage>
  );
}
