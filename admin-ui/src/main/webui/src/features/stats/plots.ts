import type { Plot, Series } from "@/components/ui/chart";
import type { TimelinePoint } from "@/lib/api/types";
import { fromNanos, toNanos, type Decimal } from "@/lib/money";
import type { TimelineUntil } from "./api";

export interface PlotStyle extends Pick<Plot, "format" | "whole" | "masked" | "unpriced"> {
  markerLabel: (label: string) => string;
  markerTitle: (label: string) => string;
}

/** A plot of the timeline's steps with the nodes that joined. */
export function plotOf(
  timeline: TimelineUntil,
  shape: Plot["shape"],
  series: Series[],
  { markerLabel, markerTitle, ...style }: PlotStyle,
): Plot {
  return {
    steps: timeline.points.map((point) => point.at),
    end: timeline.to,
    granularity: timeline.granularity,
    zone: timeline.zone,
    shape,
    series,
    markers: timeline.markers.map(({ at, node_id, label }) => ({
      at,
      id: node_id,
      label: markerLabel(label),
      title: markerTitle(label),
    })),
    ...style,
  };
}

export function seriesOf(
  name: string,
  color: string,
  points: TimelinePoint[],
  value: (point: TimelinePoint) => number | Decimal | null,
): Series {
  return { name, color, values: points.map(value) };
}

/** Per step, how many requests its cost leaves out. */
export function unpricedIn(points: TimelinePoint[]): number[] {
  return points.map((point) => point.unknown_cost_requests);
}

/** Each step's amount with all before it; a step whose cost is unknown adds what is known. */
export function accumulate(values: (Decimal | null)[]): Decimal[] {
  let sum = 0n;
  return values.map((value) => {
    sum += value === null ? 0n : toNanos(value);
    return fromNanos(sum);
  });
}
