import type { Limit, Raise, ScopeLimits } from "../src/lib/api/types.ts";
import { ago, keys } from "./mock-data.ts";
import type { MockRequest } from "./mock-answers.ts";

export const raises: Raise[] = [
  raise("raise-1", "in_force", { ends_at: ago(-600), reason: "Load test before Black Friday" }),
  raise("raise-2", "ended_early", { ended_at: ago(4_000), ended_by: "ada" }),
  raise("raise-3", "expired", { ends_at: ago(9_000) }),
];

function raise(id: string, state: Raise["state"], said: Partial<Raise>): Raise {
  return {
    id,
    period: "month",
    amount: "100.000000000",
    reason: "Migration of the archive",
    approver: "Olga Operator",
    created_by: "ada",
    created_at: ago(12_000),
    starts_at: ago(12_000),
    ends_at: ago(5_000),
    ended_at: null,
    ended_by: null,
    state,
    ...said,
  };
}

/** Of most keys, and of one thing of each other kind. */
export function allLimits(scope: string | null): ScopeLimits[] {
  const others = (["workspace", "domain", "user", "node"] as const).map((kind, at) => ({
    ...limitsOf(["acme", "domain-0", "jane@example.com", "node-1"][at] ?? ""),
    scope: kind,
  }));
  const ofKeys = keys.filter(({ limits }) => limits.length > 0).map(({ id }) => limitsOf(id));
  return [...others, ...ofKeys].filter((one) => scope === null || one.scope === scope);
}

export const limitsOf = (id: string): ScopeLimits => ({
  scope: "key",
  scope_id: id,
  limits: keys.find((key) => key.id === id)?.limits ?? [],
  rates: rates.get(id) ?? {},
  raises: raises.filter(({ state }) => state === "in_force"),
  warnings: [],
  version: 1,
  changed_at: ago(90),
});

const rates = new Map<string, ScopeLimits["rates"]>();

export function setLimits(id: string, { limits, rates: fast }: MockRequest["body"]) {
  rates.set(id, fast as ScopeLimits["rates"]);
  Object.assign(keys.find((key) => key.id === id) ?? {}, { limits: limits as Limit[] });
  return limitsOf(id);
}

export function addRaise(body: MockRequest["body"]) {
  const added = raise(crypto.randomUUID(), "in_force", { starts_at: ago(0), ...body });
  raises.unshift(added);
  return added;
}

export function endRaise(id: string) {
  const ended = raises.find((one) => one.id === id);
  return ended && Object.assign(ended, { state: "ended_early", ended_at: ago(0), ended_by: "ada" });
}
