import type { ApiToken } from "../src/lib/api/types.ts";
import type { MockRequest } from "./mock-answers.ts";
import { ago } from "./mock-data.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

export const apiTokens: ApiToken[] = ["billing-export", "deploy", "old-dashboard"].map(
  (name, at) => ({
    id: `0199f000-0000-7000-8000-0000000070${at}0`,
    name,
    masked: `lht_…9fQ${at}`,
    role: (["viewer", "admin", "operator"] as const)[at] ?? "viewer",
    domain: at === 0 ? "app.example.com" : null,
    state: at === 2 ? "revoked" : "active",
    expires_at: null,
    created_at: ago(30 * DAY * (at + 1)),
    created_by: "ada",
    last_used_at: at === 1 ? null : ago(HOUR * (at + 1)),
    revoked_at: at === 2 ? ago(DAY) : null,
    revoked_by: at === 2 ? "ada" : null,
  }),
);

export const apiToken = (id: string) => apiTokens.find((one) => one.id === id);

export function createApiToken({ body }: MockRequest): ApiToken {
  const created: ApiToken = {
    id: crypto.randomUUID(),
    name: String(body.name),
    masked: "lht_…0000",
    role: body.role as ApiToken["role"],
    domain: (body.domain as string | undefined) ?? null,
    state: "active",
    expires_at: (body.expires_at as string | undefined) ?? null,
    created_at: new Date().toISOString(),
    created_by: "ada",
    last_used_at: null,
    revoked_at: null,
    revoked_by: null,
  };
  apiTokens.unshift(created);
  return { ...created, token: `lht_${"0".repeat(49)}` };
}

export function revokeApiToken(id: string): ApiToken | undefined {
  const found = apiToken(id);
  return (
    found &&
    Object.assign(found, {
      state: "revoked",
      revoked_at: new Date().toISOString(),
      revoked_by: "ada",
    })
  );
}
