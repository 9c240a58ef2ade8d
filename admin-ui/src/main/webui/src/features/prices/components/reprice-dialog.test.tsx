// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepare, show } from "@/test/show";
import { RepriceDialog } from "./reprice-dialog";

const REPRICING = {
  id: "r-1",
  state: "done",
  from: "2026-11-01T00:00:00Z",
  to: "2026-11-30T12:00:00Z",
  provider: null,
  model: null,
  dry_run: true,
  reason: null,
  created_by: "ada",
  created_at: "2026-11-30T12:00:00Z",
  finished_at: "2026-11-30T12:00:01Z",
  reached_at: "2026-11-30T12:00:00Z",
  requests: 12_000,
  requests_changed: 11_800,
  requests_priced: 0,
  requests_unpriced: 0,
  cost_before: "182.25",
  cost_after: "145.8",
};

/** What was sent to begin a repricing. */
let begun: Record<string, unknown>[];
let changed: number;

beforeEach(() => {
  begun = [];
  changed = REPRICING.requests_changed;
  prepare(async (request) => {
    if (request.method === "POST") {
      begun.push((await request.json()) as Record<string, unknown>);
    }
    const { dry_run, reason } = begun.at(-1) ?? {};
    return {
      ...REPRICING,
      id: `r-${begun.length}`,
      dry_run,
      reason: reason ?? null,
      requests_changed: changed,
    };
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** As the page has it, whose address names what was begun. */
function Opened() {
  const [run, setRun] = useState<string>();
  return <RepriceDialog run={run} onBegun={setRun} onClose={() => undefined} />;
}

it("changes nothing before it was looked at, and a reason was given", async () => {
  show(<Opened />, "admin");

  fireEvent.click(screen.getByText("See what would change"));
  expect(await screen.findByText("This would change")).toBeDefined();
  expect(screen.getByText("$182.25")).toBeDefined();
  expect(begun).toEqual([expect.objectContaining({ dry_run: true })]);

  fireEvent.change(screen.getByLabelText(/^Why/), { target: { value: "Contract 2026-117" } });
  fireEvent.click(screen.getByText("Price again"));
  expect(await screen.findByText("The past was priced again")).toBeDefined();
  expect(begun[1]).toEqual({
    from: REPRICING.from,
    to: REPRICING.to,
    provider: null,
    model: null,
    reason: "Contract 2026-117",
    dry_run: false,
  });
});

it("offers nothing to be done where nothing would change", async () => {
  changed = 0;
  show(<Opened />, "admin");

  fireEvent.click(screen.getByText("See what would change"));

  await waitFor(() => expect(screen.getByText("Nothing would change")).toBeDefined());
  expect(screen.queryByText("Price again")).toBeNull();
});
