import { expect, it } from "vitest";
import { groupMarkers } from "./markers";

const steps = Array.from({ length: 24 }, (_, hour) => new Date(hour * 3_600_000).toISOString());
const at = (hours: number) => new Date(hours * 3_600_000).toISOString();

it("puts markers on their step and those near one another on one line", () => {
  const groups = groupMarkers(
    steps,
    [
      { at: at(12.9), label: "c" },
      { at: at(3.5), label: "a" },
      { at: at(4.2), label: "b" },
      { at: at(-1), label: "before the range" },
    ],
    2,
  );

  expect(groups).toEqual([
    { step: 3, labels: ["a", "b"] },
    { step: 12, labels: ["c"] },
  ]);
});
