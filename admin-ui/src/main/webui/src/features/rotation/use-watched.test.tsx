// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Rotation } from "@/lib/api/types";
import { useWatched } from "./use-watched";

const rotation = (state: Rotation["state"]) => ({ state, steps: [] }) as unknown as Rotation;

it("watches a rotation that was seen under way to its end", () => {
  const { result, rerender } = renderHook(({ last }) => useWatched(last, false), {
    initialProps: { last: rotation("rolled_back") },
  });
  expect(result.current).toBe(false);

  rerender({ last: rotation("running") });
  expect(result.current).toBe(true);

  rerender({ last: rotation("rotated") });
  expect(result.current).toBe(true);
});

it("watches what is over where that is asked for", () => {
  const { result } = renderHook(() => useWatched(rotation("rotated"), true));

  expect(result.current).toBe(true);
});
