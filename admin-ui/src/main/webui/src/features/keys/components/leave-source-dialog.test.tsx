// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keys } from "../../../../dev/mock-data";
import type { Key } from "@/lib/api/types";
import { prepare, show } from "@/test/show";
import { LeaveSourceDialog } from "./leave-source-dialog";

const SOURCED = keys.find(({ source }) => source !== null) as Key;

let left: string | undefined;

beforeEach(() => {
  left = undefined;
  prepare(({ method, url }) => {
    left = `${method} ${url}`;
    return { ...SOURCED, source: null };
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("names the source that is left, and leaves it", async () => {
  const onClose = vi.fn();
  show(<LeaveSourceDialog of={SOURCED} onClose={onClose} />, "admin");

  expect(await screen.findByText(SOURCED.source?.location ?? "")).toBeDefined();
  expect(screen.getByText("It keeps the secret that it has.")).toBeDefined();

  fireEvent.click(screen.getByText("Leave source"));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(left).toContain("DELETE");
  expect(left).toContain(`/api/v1/keys/${SOURCED.id}/source`);
});
