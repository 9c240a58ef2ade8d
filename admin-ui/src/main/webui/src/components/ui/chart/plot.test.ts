import { expect, it } from "vitest";
import { spanOfSteps, type Plot } from "./plot";

const at = (hour: number) => new Date(hour * 3_600_000).toISOString();
const plot = { steps: [0, 1, 2, 3].map(at), end: at(4) } as Plot;
const hours = ({ from, to }: { from: number; to: number }) => [from / 3_600_000, to / 3_600_000];

it("chooses whole steps, whichever way they were dragged over", () => {
  expect(hours(spanOfSteps(plot, 1, 2))).toEqual([1, 3]);
  expect(hours(spanOfSteps(plot, 2, 1))).toEqual([1, 3]);
  expect(hours(spanOfSteps(plot, 3, 3))).toEqual([3, 4]);
});

it("stays within the chart when the pointer leaves it", () => {
  expect(hours(spanOfSteps(plot, -7, 99))).toEqual([0, 4]);
});
