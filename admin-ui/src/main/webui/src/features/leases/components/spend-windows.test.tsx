// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Window } from "@/lib/api/types";
import { prepare, show } from "@/test/show";
import { SpendWindows } from "./spend-windows";

const WINDOW: Window = {
  scope: "key",
  scope_id: "k-1",
  period: "total",
  window_start: "2026-11-01T00:00:00Z",
  window_end: null,
  limit: "400",
  spent: "176",
  raised: "0",
  presumed: "4.5",
  held: "3.125",
  remaining: "216.375",
  exhausted_at: null,
  as_of: "2026-11-30T09:00:00Z",
};

let released: { url: string; body: unknown } | undefined;

beforeEach(() => {
  released = undefined;
  prepare(async (request) => {
    if (request.method === "POST") {
      released = { url: request.url, body: await request.json() };
      return { released: "4.5", presumed: "0" };
    }
    return { items: [WINDOW] };
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const OPEN = "Release what is presumed spent: In total";

it("says how much of which window is released before it is, and asks why", async () => {
  show(<SpendWindows scope="key" id="k-1" />, "admin");

  fireEvent.click(await screen.findByLabelText(OPEN));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("In total")).toBeDefined();
  expect(dialog.getByText("$4.50")).toBeDefined();

  fireEvent.change(dialog.getByLabelText(/^Reason/), { target: { value: "The bill of November" } });
  fireEvent.click(dialog.getByText("Release"));
  await vi.waitFor(() => expect(released).toBeDefined());
  expect(released?.url).toContain("/api/v1/spend/key/k-1/presumed/release");
  expect(released?.body).toEqual({
    period: "total",
    window_start: WINDOW.window_start,
    reason: "The bill of November",
  });
});

it("tells who may not release it why not", async () => {
  show(<SpendWindows scope="key" id="k-1" />, "operator");

  const release = await screen.findByLabelText(OPEN);
  expect(release.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(release);
  expect(screen.queryByRole("dialog")).toBeNull();
});
