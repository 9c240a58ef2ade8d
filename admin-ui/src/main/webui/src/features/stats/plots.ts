import type { Marker, Plot, Series } from "@/components/ui/chart";
import type { Timeline, TimelinePoint } from "@/lib/api/types";
import { fromNanos, toNanos, type Decimal } from "@/lib/money";

export interface PlotStyle {
  format: (value: number) => string;
  masked?: boolean;
  markerLabel: (label: string) => string;
}

/** A plot of the timeline's steps with the nodes that joined. */
export function plotOf(
  timeline: Timeline,
  shape: Plot["shape"],
  series: Series[],
  { format, masked, markerLabel }: PlotStyle,
): Plot {
  const markers: Marker[] = timeline.markers.map(({ at, label }) => ({
    at,
    label: markerLabel(label),
  }));
  return {
    steps: timeline.points.map((point) => point.at),
    granularity: timeline.granularity,
    zone: timeline.zone,
    shape,
    series,
    markers,
    format,
    masked,
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

/** Each step's amount with all before it; a step whose cost is unknown adds what is known. */
export function accumulate(values: (Decimal | null)[]): Decimal[] {
  let sum = 0n;
  return values.map((value) => {
    sum += value === null ? 0n : toNanos(value);
    return fromNanos(sum);
  });
}
