import type { EnrolmentToken, Node, NodeEntry } from "../src/lib/api/types.ts";
import { ago, leases, nodes } from "./mock-data.ts";
import type { MockRequest } from "./mock-answers.ts";

export const tokens: EnrolmentToken[] = [
  token("batch machines", { expire_time: ago(-50) }),
  token("ci", { used_at: ago(600), node_id: "node-2", expire_time: ago(500) }),
  token(null, { expire_time: ago(4_000) }),
];

function token(name: string | null, said: Partial<EnrolmentToken>): EnrolmentToken {
  return {
    id: crypto.randomUUID(),
    name,
    labels: { region: "eu-1" },
    created_by: "ada",
    created_at: ago(700),
    expire_time: ago(-60),
    used_at: null,
    node_id: null,
    ...said,
  };
}

export function makeToken({ name }: MockRequest["body"]) {
  const made = token(typeof name === "string" ? name : null, { created_at: ago(0) });
  tokens.unshift(made);
  return { ...made, token: "lhe_7Qx2mVt0dGhpcyBpcyBvbmx5IGEgbW9jaw" };
}

export function takeBack(id: string) {
  tokens.splice(
    tokens.findIndex((one) => one.id === id),
    1,
  );
  return { status: 204, json: null };
}

export function setNode(id: string, state: Node["state"]) {
  const node = nodes.find((one) => one.id === id);
  return node && Object.assign(node, { state });
}

export function timelineOf(id: string): NodeEntry[] {
  const ofLeases = leases
    .filter(({ node_id }) => node_id === id)
    .slice(0, 8)
    .map((lease) => ({
      at: lease.issue_time,
      what: "granted",
      lease_id: lease.lease_id,
      key_id: lease.key_id,
      key_name: lease.key_name,
      actor: null,
      reason: null,
    }));
  const ofNode = [
    { at: ago(300), what: "lost", reason: "Not heard of for 90 s", actor: null },
    { at: ago(280), what: "back", reason: null, actor: null },
    { at: ago(9_000), what: "enrolled", reason: null, actor: "ada" },
  ].map((one) => ({ ...one, lease_id: null, key_id: null, key_name: null }));
  return [...ofLeases, ...ofNode].sort((one, other) => other.at.localeCompare(one.at));
}
