import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { Loaded } from "@/components/ui/loaded";
import { BoardPage, Halves } from "@/components/ui/page/board-page";
import { Card } from "@/components/ui/page/card";
import { TopList } from "@/features/stats/components/top-list";
import { useAllStrings } from "@/lib/i18n/all";
import { useReconciliation } from "./api";
import { CostOverTime } from "./components/cost-over-time";
import { CostTiles } from "./components/cost-tiles";
import { ReconciliationTable } from "./components/reconciliation-table";

/** "Who pays for what, and does the bill agree with us?" */
export function CostsPage() {
  const { costs, overview, prices } = useAllStrings();
  const reconciliation = useReconciliation();
  return (
    <BoardPage
      title={costs.title}
      status={
        <ButtonLink to="/costs/prices" search={{}} variant="default">
          {prices.title}
        </ButtonLink>
      }
      figures={<CostTiles />}
    >
      <Card title={costs.accounts}>
        <Loaded query={reconciliation} height={140}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState {...costs.empty} />
            ) : (
              <ReconciliationTable accounts={items} />
            )
          }
        </Loaded>
      </Card>
      <CostOverTime />
      <Halves>
        <TopList title={costs.byDomain} by="domain" />
        <TopList title={costs.byKey} by="key" />
      </Halves>
      <TopList title={overview.topModels} by="model" />
    </BoardPage>
  );
}
