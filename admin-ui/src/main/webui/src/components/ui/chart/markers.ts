import type { Marker } from "./plot";

export interface MarkerGroup {
  /** The step it is drawn at. */
  step: number;
  markers: Marker[];
}

/** The step that an instant falls into; below zero before the first. */
export function stepOf(starts: number[], at: string): number {
  return starts.findLastIndex((start) => start <= Date.parse(at));
}

/** Markers by the step they fall into; those closer together than `gap` steps share one line. */
export function groupMarkers(steps: string[], markers: Marker[], gap: number): MarkerGroup[] {
  const starts = steps.map((step) => Date.parse(step));
  const groups: MarkerGroup[] = [];
  const ordered = [...markers].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const marker of ordered) {
    const step = stepOf(starts, marker.at);
    const last = groups.at(-1);
    if (step < 0) {
      continue;
    }
    if (last && step - last.step < gap) {
      last.markers.push(marker);
    } else {
      groups.push({ step, markers: [marker] });
    }
  }
  return groups;
}
