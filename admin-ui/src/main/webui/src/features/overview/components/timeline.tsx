import { SegmentedControl } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { ChartCard, type Plot } from "@/components/ui/chart";
import { Loaded } from "@/components/ui/loaded";
import { useTimeline, type TimelineUntil } from "@/features/stats/api";
import { plotOf, seriesOf, unpricedIn } from "@/features/stats/plots";
import { usePlotActions } from "@/features/stats/use-plot-actions";
import { usePlotStyle } from "@/features/stats/use-plot-style";
import { useStrings } from "@/lib/i18n";
import { readOne } from "@/lib/search";
import { METRICS, type Metric } from "../metric";

const route = getRouteApi("/");

export function Timeline() {
  const { metric = "requests" } = route.useSearch();
  const timeline = useTimeline();
  return (
    <Loaded query={timeline} height={340}>
      {(figures) => <TimelineChart figures={figures} metric={metric} />}
    </Loaded>
  );
}

function TimelineChart({ figures, metric }: { figures: TimelineUntil; metric: Metric }) {
  const { overview: text } = useStrings();
  const plot = useTimelinePlot(figures, metric);
  const actions = usePlotActions();
  const navigate = route.useNavigate();
  const choose = (value: string) =>
    void navigate({
      search: (before) => ({ ...before, metric: readOne(METRICS, value) }),
      replace: true,
    });
  return (
    <ChartCard
      title={text.timeline}
      file={`timeline-${metric}`}
      plot={plot}
      {...actions}
      actions={
        <SegmentedControl
          aria-label={text.metric}
          size="xs"
          value={metric}
          data={METRICS.map((value) => ({ value, label: text[value] }))}
          onChange={choose}
        />
      }
    />
  );
}

function useTimelinePlot(figures: TimelineUntil, metric: Metric): Plot {
  const { overview: text } = useStrings();
  const style = usePlotStyle();
  return useMemo(() => {
    const [blue, orange, green] = style.colors;
    const { points } = figures;
    switch (metric) {
      case "requests":
        return plotOf(
          figures,
          "bar",
          [
            seriesOf(text.succeeded, blue, points, (point) => point.requests - point.errors),
            seriesOf(text.errors, orange, points, (point) => point.errors),
          ],
          style.counts,
        );
      case "tokens":
        return plotOf(
          figures,
          "area",
          [
            seriesOf(text.inputTokens, blue, points, (point) => point.input_tokens),
            seriesOf(text.outputTokens, orange, points, (point) => point.output_tokens),
          ],
          style.counts,
        );
      case "cost":
        return plotOf(
          figures,
          "area",
          [seriesOf(text.cost, green, points, (point) => point.cost)],
          { ...style.money, unpriced: unpricedIn(points) },
        );
    }
  }, [figures, metric, text, style]);
}
