import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import type { Role } from "@/lib/api/types";
import { WorkspaceProvider } from "@/lib/workspace";

/** A machine that is busy answers, only later. */
const PATIENCE = 20_000;

/** What components need of a browser and jsdom has not; `answer` is in the services' place. To be called before each test. */
export function prepare(answer: (request: Request) => unknown): void {
  configure({ asyncUtilTimeout: PATIENCE });
  vi.setConfig({ testTimeout: 2 * PATIENCE });
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => Response.json(await answer(request))),
  );
}

/** Shows a part of a page as a member of a workspace sees it. */
export function show(shown: ReactNode, role: Role = "viewer"): void {
  const router = createRouter({ routeTree: createRootRoute() });
  render(
    <MantineProvider env="test">
      <RouterContextProvider router={router}>
        <QueryClientProvider client={new QueryClient()}>
          <WorkspaceProvider
            membership={{ slug: "acme", name: "Acme", role }}
            platformAdmin={false}
          >
            {shown}
          </WorkspaceProvider>
        </QueryClientProvider>
      </RouterContextProvider>
    </MantineProvider>,
  );
}
