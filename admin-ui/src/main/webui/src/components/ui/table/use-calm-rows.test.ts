// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useCalmRows } from "./use-calm-rows";

it("holds the order while the pointer is over the rows and counts what waits", () => {
  const idOf = (row: { id: string }) => row.id;
  const { result, rerender } = renderHook(({ rows }) => useCalmRows(rows, idOf), {
    initialProps: { rows: [{ id: "a" }, { id: "b" }] },
  });

  act(() => result.current.hold());
  rerender({ rows: [{ id: "new" }, { id: "b" }, { id: "a" }] });

  expect(result.current.rows.map(idOf)).toEqual(["a", "b"]);
  expect(result.current.waiting).toBe(1);

  act(() => result.current.release());

  expect(result.current.rows.map(idOf)).toEqual(["new", "b", "a"]);
  expect(result.current.waiting).toBe(0);
});
