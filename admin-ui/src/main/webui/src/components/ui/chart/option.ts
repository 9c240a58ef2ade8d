import type { FirstStrings } from "@/lib/i18n";
import { formatStep, formatTick } from "@/lib/time";
import { hourOf } from "@/lib/zone";
import type { EChartsCoreOption } from "./echarts";
import { groupMarkers, type MarkerGroup } from "./markers";
import type { Plot, Series } from "./plot";
import { tooltipFor } from "./tooltip";

/** The page's colours and fonts, as the canvas needs them. */
export interface Ink {
  text: string;
  line: string;
  mark: string;
  font: string;
}

/** Lines closer together than this share of the width share one label. */
const MARKER_GAP = 0.04;
/** Within this share of the width a label would be cut at the chart's edge. */
const EDGE = 0.1;

export function groupsOf({ steps, markers }: Plot): MarkerGroup[] {
  return groupMarkers(steps, markers, steps.length * MARKER_GAP);
}

export function optionOf(
  plot: Plot,
  ink: Ink,
  { locale, common }: FirstStrings,
): EChartsCoreOption {
  const groups = groupsOf(plot);
  const words = {
    step: (step: string) => formatStep(step, plot.granularity, plot.zone, locale),
    unpriced: common.unknownCost,
  };
  return {
    animation: false,
    textStyle: { fontFamily: ink.font, color: ink.text },
    grid: { left: 8, right: 12, top: 24, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      confine: true,
      padding: 0,
      borderWidth: 0,
      backgroundColor: "transparent",
      extraCssText: "box-shadow: none",
      formatter: tooltipFor(plot, groups, words),
    },
    xAxis: {
      type: "category",
      data: plot.steps,
      boundaryGap: plot.shape === "bar",
      axisLine: { lineStyle: { color: ink.line } },
      axisTick: { show: false },
      axisLabel: {
        color: ink.text,
        hideOverlap: true,
        interval: intervalOf(plot),
        formatter: (step: string) => formatTick(step, plot.granularity, plot.zone, locale),
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      minInterval: plot.whole ? 1 : undefined,
      splitNumber: 4,
      axisLabel: { color: ink.text, formatter: plot.format },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: plot.series.map((series, at) => ({
      ...drawn(series, plot.shape),
      ...(at === 0 ? { markLine: markLine(groups, plot.steps.length, ink) } : {}),
    })),
  };
}

/** Labels stand at round times: midnights of a week, every third hour of a day. */
function intervalOf({ granularity, zone, steps }: Plot) {
  if (granularity === "day" || steps.length < 24) {
    return "auto";
  }
  const [every, length] = granularity === "hour" ? [24, 1] : [3, 0.25];
  return (_: number, step: string) => hourOf(step, zone) % every < length;
}

function drawn({ name, color, values }: Series, shape: Plot["shape"]) {
  const common = {
    name,
    stack: "total",
    cursor: "default",
    data: values.map(pixel),
    itemStyle: { color },
  };
  return shape === "bar"
    ? { ...common, type: "bar", barCategoryGap: "25%", barMaxWidth: 48 }
    : {
        ...common,
        type: "line",
        showSymbol: values.length < 2,
        lineStyle: { width: 1.5, color },
        areaStyle: { color, opacity: 0.25 },
      };
}

/** A canvas has no nano-dollars: here, and only here, an amount becomes a number. */
function pixel(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

function markLine(groups: MarkerGroup[], steps: number, ink: Ink) {
  return {
    symbol: "none",
    lineStyle: { type: "dashed", color: ink.mark, width: 1 },
    emphasis: { lineStyle: { width: 2 } },
    label: { color: ink.text, fontSize: 11, position: "end" },
    data: groups.map(({ step, markers: [first, ...others] }) => ({
      xAxis: step,
      label: {
        formatter: others.length > 0 ? `${first?.label} +${others.length}` : first?.label,
        align: alignOf(step / steps),
      },
    })),
  };
}

function alignOf(share: number): "left" | "center" | "right" {
  if (share < EDGE) {
    return "left";
  }
  return share > 1 - EDGE ? "right" : "center";
}
