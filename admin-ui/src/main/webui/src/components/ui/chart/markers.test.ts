import { expect, it } from "vitest";
import { groupMarkers } from "./markers";

const at = (hours: number) => new Date(hours * 3_600_000).toISOString();
const steps = Array.from({ length: 24 }, (_, hour) => at(hour));
const marker = (hours: number, id: string) => ({ at: at(hours), id, label: id, title: id });

it("puts markers on their step and those near one another on one line", () => {
  const markers = [marker(12.9, "c"), marker(3.5, "a"), marker(4.2, "b"), marker(-1, "before")];

  const groups = groupMarkers(steps, markers, 2);

  expect(groups.map(({ step, markers: ones }) => [step, ones.map(({ id }) => id)])).toEqual([
    [3, ["a", "b"]],
    [12, ["c"]],
  ]);
});
