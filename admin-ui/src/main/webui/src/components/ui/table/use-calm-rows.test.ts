// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useCalmRows } from "./use-calm-rows";

const idOf = (row: { id: string }) => row.id;
const rowsOf = (...ids: string[]) => ids.map((id) => ({ id }));

it("holds the order while the pointer is over the rows and counts what waits", () => {
  const { result, rerender } = renderHook(({ rows }) => useCalmRows(rows, idOf), {
    initialProps: { rows: rowsOf("a", "b") },
  });

  act(() => result.current.hold());
  rerender({ rows: rowsOf("new", "b", "a") });

  expect(result.current.rows.map(idOf)).toEqual(["a", "b"]);
  expect(result.current.waiting).toBe(1);

  act(() => result.current.release());

  expect(result.current.rows.map(idOf)).toEqual(["new", "b", "a"]);
  expect(result.current.waiting).toBe(0);
});

it("lets the next page follow at the end, since nothing above it moves", () => {
  const { result, rerender } = renderHook(({ rows }) => useCalmRows(rows, idOf), {
    initialProps: { rows: rowsOf("a", "b") },
  });

  act(() => result.current.hold());
  rerender({ rows: rowsOf("new", "a", "b", "c", "d") });

  expect(result.current.rows.map(idOf)).toEqual(["a", "b", "c", "d"]);
  expect(result.current.waiting).toBe(1);
});

it("leaves out what is gone", () => {
  const { result, rerender } = renderHook(({ rows }) => useCalmRows(rows, idOf), {
    initialProps: { rows: rowsOf("a", "b") },
  });

  act(() => result.current.hold());
  rerender({ rows: rowsOf("b") });

  expect(result.current.rows.map(idOf)).toEqual(["b"]);
  expect(result.current.waiting).toBe(0);
});
