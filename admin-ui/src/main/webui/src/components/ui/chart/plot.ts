import type { Decimal } from "@/lib/money";
import type { Granularity, Span } from "@/lib/range";

/** What one chart shows over time; drawn, listed and exported from the same figures. */
export interface Plot {
  /** Where each step begins. */
  steps: string[];
  /** Where the last step ends. */
  end: string;
  granularity: Granularity;
  zone: string;
  shape: "area" | "bar";
  series: Series[];
  /** Per step, how many requests an amount leaves out because nobody knows their cost. */
  unpriced?: number[];
  markers: Marker[];
  /** A value as text, for axis and tooltip. */
  format: (value: number) => string;
  /** There are no values between whole ones. */
  whole?: boolean;
  /** The figures may not be told now; their course may. */
  masked?: boolean;
}

export interface Series {
  name: string;
  color: string;
  /** Amounts stay decimal strings until they become pixels; null is unknown, a gap. */
  values: (number | Decimal | null)[];
}

/** Something that happened. */
export interface Marker {
  at: string;
  /** The thing it happened to. */
  id: string;
  /** The thing's name, for the line. */
  label: string;
  /** All of it, for tooltip and table. */
  title: string;
}

/** How many requests all amounts together leave out. */
export function unpricedOf({ unpriced = [] }: Plot): number {
  return unpriced.reduce((sum, requests) => sum + requests, 0);
}

/** What can be done in a chart, beside looking. */
export interface PlotActions {
  /** A part of its time was chosen. */
  onZoom: (span: Span) => void;
  /** A line was clicked; the ids of all that happened there. */
  onMarker: (ids: string[]) => void;
}

/** The time from the beginning of one step to the end of another, in whichever order they were chosen. */
export function spanOfSteps({ steps, end }: Plot, one: number, other: number): Span {
  const last = steps.length - 1;
  const [first, final] = [Math.min(one, other), Math.max(one, other)].map((step) =>
    Math.min(Math.max(step, 0), last),
  ) as [number, number];
  return { from: Date.parse(steps[first] ?? end), to: Date.parse(steps[final + 1] ?? end) };
}
