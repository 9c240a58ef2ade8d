// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { WorkspaceProvider } from "@/lib/workspace";
import { useCreateApiToken } from "./api";

const TOKEN = "lht_0000000000000000000000000000000000000000000000000";
const CREATED = { id: "t-1", name: "export", masked: "lht_…0000", token: TOKEN };

afterEach(() => vi.unstubAllGlobals());

it("gives a new token to whoever asked, and keeps it nowhere", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => Promise.resolve(Response.json(CREATED, { status: 201 }))),
  );
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>
      <WorkspaceProvider
        membership={{ slug: "acme", name: "Acme", role: "admin" }}
        platformAdmin={false}
      >
        {children}
      </WorkspaceProvider>
    </QueryClientProvider>
  );
  const { result, unmount } = renderHook(useCreateApiToken, { wrapper });

  act(() => {
    result.current.mutate({ name: "export", role: "viewer" });
  });
  await waitFor(() => expect(result.current.data?.token).toBe(TOKEN));
  unmount();

  await waitFor(() => expect(queries.getMutationCache().getAll()).toEqual([]));
  const kept = queries.getQueryCache().getAll();
  expect(JSON.stringify(kept.map(({ state }) => state))).not.toContain(TOKEN);
  expect(JSON.stringify([localStorage, sessionStorage])).not.toContain(TOKEN);
});
