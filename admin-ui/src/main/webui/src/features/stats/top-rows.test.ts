import { expect, it } from "vitest";
import { topRows } from "./top-rows";

const figures = {
  requests: 2,
  input_tokens: 20,
  output_tokens: 10,
  cost: "0.500000000",
  unknown_cost_requests: 1,
  share: "0.5",
};
const words = { unnamed: "without a domain", rest: "All others" };

it("calls what has no name so, lists the rest last and keeps what nobody could price", () => {
  const items = [
    { id: "app.example.com", label: "app.example.com", ...figures },
    { id: "", label: "(no domain)", ...figures },
  ];

  const rows = topRows({ share_of: "cost", items, rest: figures }, words);

  expect(rows.map(({ label, named }) => [label, named])).toEqual([
    ["app.example.com", true],
    ["without a domain", false],
    ["All others", false],
  ]);
  expect(rows.map((row) => row.unknown_cost_requests)).toEqual([1, 1, 1]);
});

it("has no line for a rest of nothing", () => {
  expect(
    topRows({ share_of: "cost", items: [], rest: { ...figures, requests: 0 } }, words),
  ).toEqual([]);
  expect(topRows({ share_of: "cost", items: [], rest: null }, words)).toEqual([]);
});
