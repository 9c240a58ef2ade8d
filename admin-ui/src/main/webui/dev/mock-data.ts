import type {
  Key,
  KeySource,
  KeyState,
  Lease,
  Me,
  Node,
  ProviderAccount,
} from "../src/lib/api/types.ts";

export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const HOUR = 60;
const DAY = 24 * HOUR;

export const me: Me = {
  subject: "ada",
  name: "Ada Admin",
  username: "ada",
  platform_admin: true,
  workspaces: [
    { slug: "acme", name: "Acme", role: "admin" },
    { slug: "globex", name: "Globex", role: "viewer" },
  ],
  domains: [],
};

export const accounts: ProviderAccount[] = [
  {
    id: "account-anthropic",
    provider: "anthropic",
    name: "acme-anthropic",
    endpoint: null,
    state: "active",
    capabilities: ["list_keys", "disable_key", "usage", "cost"],
    has_credential: true,
    credential_masked: "sk-ant-admin01-…x7Qa",
    created_at: ago(40 * DAY),
    changed_at: ago(40 * DAY),
    version: 1,
  },
  {
    id: "account-openrouter",
    provider: "openrouter",
    name: "acme-openrouter",
    endpoint: null,
    state: "active",
    capabilities: ["list_keys", "create_key", "delete_key", "usage", "cost"],
    has_credential: true,
    credential_masked: "sk-or-v1-…9f2c",
    created_at: ago(38 * DAY),
    changed_at: ago(38 * DAY),
    version: 1,
  },
];

const STATES: KeyState[] = ["active", "active", "active", "draining", "stuck", "awaiting_manual"];
const OLD: KeyState[] = ["disabled", "revoked", "retired", "revoking"];

export const keys: Key[] = [...STATES, ...OLD].map((state, at) => {
  const account = accounts[at % 2];
  const anthropic = account?.provider === "anthropic";
  return {
    id: `key-${at}`,
    name: `${anthropic ? "claude" : "router"}-${["prod", "batch", "dev"][at % 3]}-${at + 1}`,
    label: null,
    account_id: account?.id ?? "",
    account_name: account?.name ?? "",
    provider: account?.provider ?? "",
    state,
    masked: `${anthropic ? "sk-ant-api03" : "sk-or-v1"}-…${4000 + at * 37}`,
    last4: String(4000 + at * 37),
    fingerprint: (0x5f2b9c0e + at).toString(16).padStart(16, "0"),
    provider_key_id: at === 0 ? null : `apikey_01${at}Rj2N8SVvo6BePZj99NhmiT`,
    binding_candidate: at === 0 ? "apikey_01Rj2N8SVvo6BePZj99NhmiT" : null,
    source:
      at === 1 || at === 3
        ? {
            name: at === 1 ? "router-prod" : "router-dev",
            kind: at === 1 ? "file" : "vault",
            location: at === 1 ? "/run/keys/router" : "secret/teams/router#api_key",
            checked_at: ago(0.4),
            problem:
              at === 1
                ? null
                : "The source 'router-dev' (Vault secret/teams/router#api_key) can't be used: The secret has no such field.",
          }
        : null,
    models: [],
    tags: ["team-a", "eu"].slice(at % 3),
    direct_allowed: at % 5 === 4,
    rotate_after_direct: at % 10 === 4,
    reason: state === "stuck" ? "The provider still accepts the key." : null,
    limits:
      at % 3 === 2
        ? []
        : [
            { period: "day", amount: "25.000000000", zone: "Europe/Berlin", thresholds: ["0.8"] },
            {
              period: "month",
              amount: "400.000000000",
              zone: "Europe/Berlin",
              thresholds: ["0.8"],
            },
          ],
    limit: at % 3 === 2 ? null : "25",
    limit_remaining: at % 3 === 2 ? null : "17.5",
    limit_reset: at % 3 === 2 ? null : "day",
    usage: null,
    usage_daily: at % 3 === 2 ? null : "7.5",
    usage_monthly: at % 3 === 2 ? null : "120.25",
    last_used_at: at > 5 ? null : ago(at * 60 + 5),
    version: 1,
    created_at: ago((30 - at) * DAY),
    changed_at: ago(at * 7 * HOUR + 3),
    verified_at: at === 2 ? null : ago(at * 3 * HOUR + 12),
    expires_at: null,
  };
});

export const keySources: KeySource[] = [
  { name: "openai-prod", kind: "variable", location: "OPENAI_API_KEY", revokes_old: false },
  { name: "router-prod", kind: "file", location: "/run/keys/router", revokes_old: true },
];

export const nodes = Array.from({ length: 6 }, (_, at): Node => ({
  id: `node-${at}`,
  name: `node-${"abcdef"[at]}`,
  state: at === 3 ? "pending" : at === 4 ? "lost" : at === 5 ? "removed" : "enrolled",
  labels: at % 2 === 0 ? { region: "eu-1", pool: "batch" } : {},
  policy:
    at === 1
      ? {
          providers: ["anthropic"],
          models: [],
          modes: [],
          tags: [],
          max_leases: 5,
          rates: { requests_per_minute: 600, tokens_per_minute: null, concurrent_requests: null },
        }
      : null,
  issuer: "http://localhost:8180/realms/leasehold",
  subject: `0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7${at}`,
  enrolled_at: ago((20 - at * 3) * DAY),
  last_seen_at: ago(at === 4 ? 3 * HOUR : at),
  version: 1,
}));

const ENDS = ["active", "active", "active", "draining", "released", "expired", "revoked"] as const;

export const leases: Lease[] = Array.from({ length: 240 }, (_, at) => {
  const key = keys[at % 4];
  const node = nodes[at % nodes.length];
  const state = ENDS[at % ENDS.length] ?? "active";
  const age = (at % 30) * 47;
  const ended = state === "released" || state === "expired" || state === "revoked";
  return {
    lease_id: `019a${String(at).padStart(4, "0")}-7c1e-7000-8000-5f2d1a3b4c5d`,
    lease_duration: 86_400,
    renewable: !ended,
    issue_time: ago(age + 5),
    expire_time: ago(age - 1435),
    last_renewal_time: null,
    ttl: ended ? 0 : (1435 - age) * 60,
    max_ttl: 604_800,
    renew_after: ago(age - 955),
    node_id: node?.id ?? "",
    node_name: node?.name ?? "",
    provider: key?.provider ?? "",
    mode: at % 9 === 8 ? "direct" : "gateway",
    state,
    key_id: key?.id ?? "",
    key_name: key?.name ?? "",
    domain: at % 3 === 0 ? null : (["app.example.com", "batch.example.com"][at % 2] ?? null),
    user: null,
    models: [],
    tags: [],
    name: at % 5 === 0 ? `worker-${at}` : null,
    spend_limit: at % 4 === 3 ? null : "25.000000000",
    rates:
      at % 6 === 0
        ? { requests_per_minute: 60, tokens_per_minute: null, concurrent_requests: 4 }
        : null,
    ended_at: ended ? ago(age * 0.5) : null,
    end_reason: state === "revoked" ? "The node was shut down." : null,
    base_url: at % 9 === 8 ? null : `http://localhost:8080/${key?.provider}`,
    secret_version: at % 9 === 8 ? 1 : null,
    exposure: at % 9 !== 8 ? null : ended ? "exposed_until_rotated" : "in_use",
    version: 1,
  };
});
