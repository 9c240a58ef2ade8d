// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMe } from "./api";

const ME = { username: "ada", workspaces: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function problem(status: number) {
  return new Response(JSON.stringify({ type: "about:blank", title: "No", status, detail: "No." }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}

function render() {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(useMe, { wrapper }).result;
}

it("says at once what is away, and asks again until it is back", async () => {
  let away = true;
  const ask = vi.fn(() => Promise.resolve(away ? problem(503) : Response.json(ME)));
  vi.stubGlobal("fetch", ask);

  const me = render();
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(me.current.error?.message).toBe("No.");
  away = false;
  await act(() => vi.advanceTimersByTimeAsync(6_000));

  expect(me.current.data).toEqual(ME);
  expect(ask).toHaveBeenCalledTimes(2);
});

it("does not insist where it was refused", async () => {
  const ask = vi.fn(() => Promise.resolve(problem(403)));
  vi.stubGlobal("fetch", ask);

  render();
  await act(() => vi.advanceTimersByTimeAsync(60_000));

  expect(ask).toHaveBeenCalledTimes(1);
});
