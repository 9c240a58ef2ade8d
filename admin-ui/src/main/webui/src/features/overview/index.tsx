import { EmptyState } from "@/components/ui/empty-state";
import { Loaded } from "@/components/ui/loaded";
import { BoardPage, Halves } from "@/components/ui/page/board-page";
import { TopList } from "@/features/stats/components/top-list";
import { useOverview } from "@/features/stats/api";
import { useStrings } from "@/lib/i18n";
import { Attention } from "./components/attention";
import { OverviewTiles } from "./components/overview-tiles";
import { Timeline } from "./components/timeline";

/** "Is anything wrong, and what did yesterday cost?" */
export function OverviewPage() {
  const { overview: text } = useStrings();
  const overview = useOverview();
  const quiet = overview.data?.requests === 0;
  return (
    <BoardPage
      title={text.title}
      status={<Attention />}
      figures={
        <Loaded query={overview} height={92}>
          {(figures) => <OverviewTiles overview={figures} />}
        </Loaded>
      }
    >
      {quiet && <EmptyState title={text.empty.title} detail={text.empty.detail} />}
      <Timeline />
      <Halves>
        <TopList title={text.topDomains} by="domain" />
        <TopList title={text.topModels} by="model" />
      </Halves>
    </BoardPage>
  );
}
