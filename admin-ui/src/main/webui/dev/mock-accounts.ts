import type { AuditEntry, Capability } from "../src/lib/api/types.ts";
import { accounts, ago, keys } from "./mock-data.ts";
import type { Answer, MockRequest } from "./mock-answers.ts";

const LACKING: Partial<Record<Capability["capability"], string>> = {
  create_key: "Anthropic makes no keys by API. Make the key in its console and add it here.",
  key_expiry: "Anthropic lets no key expire. Rotate it here by schedule.",
  key_spend: "Anthropic does not tell what a key has spent. See its spend here.",
  key_limit:
    "Anthropic has no spend limit per key. A limit set here holds for what passes the gateway.",
};
const CAPABILITIES: Capability["capability"][] = [
  "create_key",
  "key_expiry",
  "list_keys",
  "disable_key",
  "revoke_key",
  "tells_key_id",
  "cost",
  "per_key_cost",
  "key_limit",
  "key_spend",
  "list_groups",
];

export const account = (_: MockRequest, id: string) => accounts.find((one) => one.id === id);

/** OpenRouter can do it all. */
export const capabilities = (id: string): Capability[] =>
  CAPABILITIES.map((capability) => {
    const step = id === "account-openrouter" ? undefined : LACKING[capability];
    return {
      capability,
      supported: step === undefined,
      available: step === undefined,
      manual_step: step ?? null,
    };
  });

export const providerKeys = () =>
  keys.slice(0, 4).map(({ name, id }, at) => ({
    id: `apikey_01${at}Rj2N8SVvo6BePZj99NhmiT`,
    name: `billing-${name}`,
    hint: "sk-ant-api03-R2D...igAA",
    state: "active",
    created_at: ago(at * 9_000),
    expires_at: null,
    group: null,
    key_id: at % 2 === 0 ? id : null,
    key_name: at % 2 === 0 ? name : null,
  }));

export const changeAccount = (request: MockRequest, id: string) =>
  Object.assign(account(request, id) ?? {}, request.body);

export const setAccount = (state: "active" | "disabled") => (request: MockRequest, id: string) =>
  Object.assign(account(request, id) ?? {}, { state });

export const refuseDelete = (): Answer => ({
  status: 409,
  json: {
    type: "urn:leasehold:problem:wrong-state",
    title: "Wrong state",
    status: 409,
    detail:
      "The account has keys that are neither revoked nor retired: claude-prod-1. Revoke or retire them first.",
    request_id: "4bf92f3577b34da6a3ce929d0e0e4736",
  },
});

export function actOnKey({ body }: MockRequest, id: string, act: string) {
  const state = act === "disable" ? "disabled" : act === "retire" ? "retired" : "active";
  return Object.assign(keys.find((key) => key.id === id) ?? {}, { state, reason: body.reason });
}

const ACTS = ["key.revoke", "key.add", "member.add", "secret.read", "limits.set"];

export const auditLog = ({ query }: MockRequest): AuditEntry[] =>
  Array.from({ length: 60 }, (_, at) => {
    const action = ACTS[at % ACTS.length] ?? "";
    const own = action === "secret.read";
    return {
      id: `entry-${at}`,
      seq: 60 - at,
      at: ago(at * 47),
      actor: own ? "gateway" : (["ada", "olga"][at % 2] ?? ""),
      actor_id: "5b7a5c1e-5a0e-4f0a-9d52-5a3b0c0e7a11",
      action,
      target_type: action.split(".")[0] ?? "",
      target: `key-${at % 9}`,
      result: at % 7 === 3 ? ("refused" as const) : ("success" as const),
      source: own ? null : "192.0.2.10",
      details: { name: keys[at % 9]?.name ?? "" },
      previous_hash: "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
      hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    };
  }).filter(
    ({ actor, action, target, result }) =>
      (!query.has("actor") || query.get("actor") === actor) &&
      (!query.has("action") || query.get("action") === action) &&
      (!query.has("target") || query.get("target") === target) &&
      (!query.has("result") || query.get("result") === result),
  );

/** As the service would say it. */
export const auditVerification = (tampered: boolean) => ({
  intact: !tampered,
  entries: tampered ? 16 : 60,
  anchors: 2,
  anchored_seq: 58,
  fault: tampered ? { kind: "missing" as const, seq: 17, entry_id: null } : null,
});
