// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { leases } from "../../../../dev/mock-data";
import type { Lease } from "@/lib/api/types";
import { prepare, show } from "@/test/show";
import { LeaseDetail } from "./lease-detail";

const DIRECT = leases.find(({ mode }) => mode === "direct") as Lease;
const PART = { id: DIRECT.lease_id, action: undefined, client: undefined };
const none = () => undefined;

let lease: Lease;

beforeEach(() => prepare(({ url }) => (url.includes("/spend/") ? { items: [] } : lease)));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("warns of a secret that the end of its lease did not take back", async () => {
  lease = { ...DIRECT, state: "released", exposure: "exposed_until_rotated" };
  show(<LeaseDetail {...PART} onAct={none} onClient={none} />);

  expect(await screen.findByText(/still has the secret of its key/)).toBeDefined();
  expect(screen.getByText("exposed until rotated")).toBeDefined();
  expect(screen.getByText("Show rotation").closest("a")?.getAttribute("href")).toContain(
    `/keys/${DIRECT.key_id}?part=rotation`,
  );
});

it("warns of nothing once the key has another secret", async () => {
  lease = { ...DIRECT, state: "released", exposure: "rotated" };
  show(<LeaseDetail {...PART} onAct={none} onClient={none} />);

  expect(await screen.findByText("replaced since")).toBeDefined();
  expect(screen.queryByText(/still has the secret of its key/)).toBeNull();
});

it("names the lease by its id too where it has a name", async () => {
  lease = { ...DIRECT, name: "worker-8" };
  show(<LeaseDetail {...PART} onAct={none} onClient={none} />);

  expect(await screen.findByText("worker-8")).toBeDefined();
  expect(screen.getByText(DIRECT.lease_id)).toBeDefined();
});
