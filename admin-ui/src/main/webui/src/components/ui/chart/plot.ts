import type { Decimal } from "@/lib/money";
import type { Granularity } from "@/lib/range";

/** What one chart shows over time; drawn, listed and exported from the same figures. */
export interface Plot {
  /** Where each step begins. */
  steps: string[];
  granularity: Granularity;
  zone: string;
  shape: "area" | "bar";
  series: Series[];
  markers: Marker[];
  /** A value as text, for axis and tooltip. */
  format: (value: number) => string;
  /** The figures may not be told now; their course may. */
  masked?: boolean;
}

export interface Series {
  name: string;
  color: string;
  /** Amounts stay decimal strings until they become pixels; null is unknown, a gap. */
  values: (number | Decimal | null)[];
}

export interface Marker {
  at: string;
  label: string;
}
