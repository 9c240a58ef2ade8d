import type { Span } from "./range";
import { localDate, midnight } from "./zone";

export const PRESETS = ["today", "yesterday", "this_month", "last_month"] as const;
export type Preset = (typeof PRESETS)[number];

/** Whole calendar days and months of the zone. */
export function spanOfPreset(preset: Preset, now: number, zone: string): Span {
  const { year, month, day } = localDate(now, zone);
  const dayAt = (offset: number) => midnight({ year, month, day: day + offset }, zone);
  const monthAt = (offset: number) => midnight({ year, month: month + offset, day: 1 }, zone);
  switch (preset) {
    case "today":
      return { from: dayAt(0), to: dayAt(1) };
    case "yesterday":
      return { from: dayAt(-1), to: dayAt(0) };
    case "this_month":
      return { from: monthAt(0), to: monthAt(1) };
    case "last_month":
      return { from: monthAt(-1), to: monthAt(0) };
  }
}
