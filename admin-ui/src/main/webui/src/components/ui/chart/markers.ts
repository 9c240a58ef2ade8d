import type { Marker } from "./plot";

export interface MarkerGroup {
  /** The step it is drawn at. */
  step: number;
  labels: string[];
}

/** Markers by the step they fall into; those closer together than `gap` steps share one line. */
export function groupMarkers(steps: string[], markers: Marker[], gap: number): MarkerGroup[] {
  const starts = steps.map((step) => Date.parse(step));
  const groups: MarkerGroup[] = [];
  const ordered = [...markers].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { at, label } of ordered) {
    const step = starts.findLastIndex((start) => start <= Date.parse(at));
    const last = groups.at(-1);
    if (step < 0) {
      continue;
    }
    if (last && step - last.step < gap) {
      last.labels.push(label);
    } else {
      groups.push({ step, labels: [label] });
    }
  }
  return groups;
}
