import { expect, it } from "vitest";
import { allPages } from "./all-pages";

const PAGES = [
  { items: [1, 2], next_cursor: "1" },
  { items: [3], next_cursor: "2" },
  { items: [], next_cursor: null },
];

it("follows the cursor to the end and tells what is there meanwhile", async () => {
  const told: number[][] = [];
  const fetch = (cursor = "0") => Promise.resolve(PAGES[Number(cursor)] ?? { items: [] });

  const rows = await allPages(fetch, (known) => told.push(known));

  expect(rows).toEqual([1, 2, 3]);
  expect(told).toEqual([
    [1, 2],
    [1, 2, 3],
    [1, 2, 3],
  ]);
});
