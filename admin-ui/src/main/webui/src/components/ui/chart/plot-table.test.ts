import { expect, it } from "vitest";
import type { Plot } from "./plot";
import { headOf, rowsOf } from "./plot-table";

const at = (hour: number) => `2026-11-20T0${hour}:00:00Z`;
const plot: Plot = {
  steps: [at(0), at(1)],
  end: at(2),
  granularity: "hour",
  zone: "UTC",
  shape: "bar",
  series: [{ name: "Cost", color: "red", values: ["0.000000001", null] }],
  markers: [
    { at: "2026-11-20T01:10:00Z", id: "a", label: "node-a", title: "Node joined: node-a" },
    { at: "2026-11-20T01:50:00Z", id: "b", label: "node-b", title: "Node joined: node-b" },
  ],
  format: String,
};
const words = { time: "Time", events: "Events", unpriced: "Unknown" };

it("has every digit, a gap where nothing is known, and what happened in each step", () => {
  expect(headOf(plot, words)).toEqual(["Time", "Cost", "Events"]);
  expect(rowsOf(plot)).toEqual([
    [at(0), "0.000000001", ""],
    [at(1), null, "Node joined: node-a; Node joined: node-b"],
  ]);
});

it("has no column for what did not happen", () => {
  const calm = { ...plot, markers: [] };

  expect(headOf(calm, words)).toEqual(["Time", "Cost"]);
  expect(rowsOf(calm)[0]).toHaveLength(2);
});

it("says in which steps an amount leaves requests out", () => {
  const incomplete = { ...plot, markers: [], unpriced: [0, 3] };

  expect(headOf(incomplete, words)).toEqual(["Time", "Cost", "Unknown"]);
  expect(rowsOf(incomplete).map((row) => row[2])).toEqual([0, 3]);
});
