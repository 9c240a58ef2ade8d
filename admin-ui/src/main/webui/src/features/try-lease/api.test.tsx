// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { useTrial } from "./api";

const signIn = vi.hoisted(() => vi.fn());
vi.mock("@/lib/sign-in", () => ({ signIn }));

afterEach(() => {
  vi.unstubAllGlobals();
  signIn.mockClear();
});

function form(): HTMLFormElement {
  const element = document.createElement("form");
  const fields = { token: "lh_mine", model: "m", message: "Hello", max_tokens: "64" };
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    Object.assign(input, { name, value });
    element.append(input);
  }
  return element;
}

function render(answer: Response) {
  const ask = vi.fn<typeof fetch>(() => Promise.resolve(answer));
  vi.stubGlobal("fetch", ask);
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const trial = renderHook(() => useTrial({ current: form() }), { wrapper }).result;
  act(() => trial.current.call.mutate("anthropic"));
  return { ask, trial, queries };
}

it("sends the token with the one request and keeps it nowhere", async () => {
  const { ask, trial, queries } = render(
    new Response('{"content":[]}', { headers: { "x-request-id": "r-1" } }),
  );

  await waitFor(() => expect(trial.current.answer?.endAfter).toEqual(expect.any(Number)));

  const [url, init] = ask.mock.calls[0] ?? [];
  expect(url).toBe("/api/v1/try/anthropic/v1/messages");
  expect(new Headers(init?.headers).get("leasehold-lease-token")).toBe("lh_mine");
  expect(trial.current.answer).toMatchObject({
    status: 200,
    requestId: "r-1",
    body: '{"content":[]}',
  });
  const kept = queries.getMutationCache().getAll();
  expect(JSON.stringify(kept.map(({ state }) => state))).not.toContain("lh_mine");
});

it("takes a refusal of the gateway for an answer, and nobody for signed out", async () => {
  const { trial } = render(
    new Response('{"type":"error"}', {
      status: 401,
      headers: { "content-type": "application/json" },
    }),
  );

  await waitFor(() => expect(trial.current.answer?.status).toBe(401));
  expect(signIn).not.toHaveBeenCalled();
});

it("says what is wrong on the way to the gateway", async () => {
  const { trial } = render(
    new Response('{"title":"Away","detail":"gateway can\'t be reached right now.","status":503}', {
      status: 503,
      headers: { "content-type": "application/problem+json" },
    }),
  );

  await waitFor(() => expect(trial.current.call.error?.message).toContain("gateway"));
  expect(trial.current.answer).toBeUndefined();
});
