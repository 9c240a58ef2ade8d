import { expect, it } from "vitest";
import { ratioOf, shareOf } from "./shares";

it("shows a share exactly as it was set", () => {
  expect(["0.8", "1", "0.05", "0.955", "1.2", "0.000000000"].map(shareOf)).toEqual([
    "80 %",
    "100 %",
    "5 %",
    "95.5 %",
    "120 %",
    "0 %",
  ]);
});

it("keeps per cents as the shares they are", () => {
  expect(["80", "100", "5", "95.5", "120", "0"].map(ratioOf)).toEqual([
    "0.80",
    "1.00",
    "0.05",
    "0.955",
    "1.20",
    "0.00",
  ]);
});
