import { SegmentedControl } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { ChartCard } from "@/components/ui/chart";
import { Loaded } from "@/components/ui/loaded";
import { useTimeline, type TimelineUntil } from "@/features/stats/api";
import { accumulate, plotOf, unpricedIn } from "@/features/stats/plots";
import { usePlotActions } from "@/features/stats/use-plot-actions";
import { usePlotStyle } from "@/features/stats/use-plot-style";
import { useAllStrings } from "@/lib/i18n/all";

const route = getRouteApi("/costs");

export function CostOverTime() {
  const timeline = useTimeline();
  return (
    <Loaded query={timeline} height={340}>
      {(figures) => <CostChart figures={figures} />}
    </Loaded>
  );
}

function CostChart({ figures }: { figures: TimelineUntil }) {
  const { costs } = useAllStrings();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const actions = usePlotActions();
  const { colors, money } = usePlotStyle();
  const plot = useMemo(() => {
    const perStep = figures.points.map((point) => point.cost);
    const values = view === "cumulative" ? accumulate(perStep) : perStep;
    const shape = view === "cumulative" ? "area" : "bar";
    const series = [{ name: costs.gateway, color: colors[2], values }];
    return plotOf(figures, shape, series, { ...money, unpriced: unpricedIn(figures.points) });
  }, [figures, view, costs, colors, money]);
  return (
    <ChartCard
      title={costs.overTime}
      file="cost-over-time"
      plot={plot}
      {...actions}
      actions={
        <SegmentedControl
          aria-label={costs.view}
          size="xs"
          value={view ?? "per-step"}
          data={[
            { value: "per-step", label: costs.perStep },
            { value: "cumulative", label: costs.cumulative },
          ]}
          onChange={(chosen) =>
            void navigate({
              search: (before) => ({
                ...before,
                view: chosen === "cumulative" ? "cumulative" : undefined,
              }),
              replace: true,
            })
          }
        />
      }
    />
  );
}
