/**
 * The services' HTTP API, in the shape that openapi-typescript generates. Only `types.ts` and
 * `client.ts` read it, so that generated types can take its place without another change.
 */

interface Json<T> {
  content: { "application/json": T };
}
interface Failure {
  content: { "application/problem+json": components["schemas"]["Problem"] };
}
interface Get<Answer, Query = undefined> {
  get: {
    parameters: { query?: Query };
    responses: { 200: Json<Answer>; default: Failure };
  };
}
interface GetOne<Answer, Path = { id: string }> {
  get: {
    parameters: { path: Path };
    responses: { 200: Json<Answer>; default: Failure };
  };
}
interface Post<Body, Answer> {
  post: {
    parameters: { query?: undefined };
    requestBody: Json<Body>;
    responses: { 200: Json<Answer>; 201: Json<Answer>; default: Failure };
  };
}
interface PostTo<Body, Answer> {
  post: {
    parameters: { path: { id: string } };
    requestBody: Json<Body>;
    responses: { 200: Json<Answer>; default: Failure };
  };
}
interface Trigger<Answer> {
  post: {
    parameters: { path: { id: string } };
    requestBody?: never;
    responses: { 200: Json<Answer>; default: Failure };
  };
}
interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
interface Items<T> {
  items: T[];
}
interface Paging {
  limit?: number;
  cursor?: string;
}
interface Interval {
  from: string;
  to: string;
}
interface Zoned extends Interval {
  zone: string;
}

type Schemas = components["schemas"];

export interface paths {
  "/api/v1/me": Get<Schemas["Me"]>;
  "/api/v1/info": Get<Schemas["Info"]>;
  "/api/v1/provider-accounts": Get<Page<Schemas["ProviderAccount"]>, Paging> &
    Post<Schemas["AddProviderAccount"], Schemas["ProviderAccount"]>;
  "/api/v1/keys": Get<Page<Schemas["Key"]>, Paging & Schemas["KeyFilter"]> &
    Post<Schemas["AddKey"], Schemas["Key"]>;
  "/api/v1/keys/{id}": GetOne<Schemas["Key"]>;
  "/api/v1/keys/{id}/bind": PostTo<{ provider_key_id: string }, Schemas["Key"]>;
  "/api/v1/keys/{id}/verify": Trigger<Schemas["Verification"]>;
  "/api/v1/keys/{id}/revoke": PostTo<Schemas["RevokeKey"], Schemas["Revocation"]>;
  "/api/v1/keys/{id}/revocation": GetOne<Schemas["Revocation"]>;
  "/api/v1/leases": Get<Page<Schemas["Lease"]>, Paging & Schemas["LeaseFilter"]>;
  "/api/v1/leases/{id}": GetOne<Schemas["Lease"]>;
  "/api/v1/leases/{id}/revoke": PostTo<{ reason: string }, Schemas["Lease"]>;
  "/api/v1/nodes": Get<Page<Schemas["Node"]>, Paging & Schemas["NodeFilter"]>;
  "/api/v1/nodes/{id}": GetOne<Schemas["Node"]>;
  "/api/v1/spend/{scope}/{scope_id}": GetOne<
    Items<Schemas["Window"]>,
    { scope: Schemas["Scope"]; scope_id: string }
  >;
  "/api/v1/usage/accounts": Get<Items<Schemas["AccountStatus"]>>;
  "/api/v1/usage/accounts/{id}/refresh": Trigger<Schemas["AccountStatus"]>;
  "/api/v1/costs/provider": Get<Items<Schemas["ProviderCost"]>, Interval>;
  "/api/v1/costs/reconciliation": Get<Items<Schemas["Reconciliation"]>, Interval>;
  "/api/v1/stats/overview": Get<Schemas["Overview"], Zoned>;
  "/api/v1/stats/timeline": Get<
    Schemas["Timeline"],
    Zoned & { granularity: Schemas["Granularity"] }
  >;
  "/api/v1/stats/breakdown": Get<
    Schemas["Breakdown"],
    Zoned & { by: Schemas["BreakdownBy"]; limit?: number }
  >;
}

/** Amounts are decimal strings, instants ISO-8601 in UTC, intervals half-open. */
export interface components {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      instance?: string;
      request_id?: string;
      errors?: { field: string; detail: string }[];
    };
    Me: {
      subject: string;
      name: string;
      username: string;
      platform_admin: boolean;
      workspaces: { slug: string; name: string; role: Schemas["Role"] }[];
    };
    Role: "viewer" | "operator" | "admin" | "platform_admin" | "node";
    Info: { service: string; version: string; mode: string; uptime_seconds: number };
    ProviderAccount: {
      id: string;
      provider: string;
      name: string;
      endpoint: string | null;
      state: "active" | "disabled" | "deleted";
      capabilities: string[];
      has_credential: boolean;
      credential_masked: string | null;
      created_at: string;
      version: number;
    };
    AddProviderAccount: {
      provider: string;
      name: string;
      endpoint?: string;
      admin_credential?: string;
    };
    KeyState:
      | "active"
      | "disabled"
      | "draining"
      | "revoking"
      | "revoked"
      | "stuck"
      | "awaiting_manual"
      | "retired";
    KeyFilter: { state?: string; provider?: string; text?: string };
    Limit: { period: string; amount: string; zone: string; thresholds: (string | number)[] };
    Key: {
      id: string;
      name: string;
      account_id: string;
      account_name: string;
      provider: string;
      state: Schemas["KeyState"];
      masked: string;
      last4: string;
      provider_key_id: string | null;
      binding_candidate?: string | null;
      models: string[];
      tags: string[];
      reason: string | null;
      limits: Schemas["Limit"][];
      version: number;
      created_at: string;
      changed_at: string;
      verified_at: string | null;
    };
    AddKey: {
      account_id: string;
      name: string;
      secret: string;
      provider_key_id?: string;
      models?: string[];
      tags?: string[];
      limits?: { period: string; amount: string; zone?: string }[];
      verify?: boolean;
    };
    Verification: {
      result: "valid" | "invalid" | "no_credit" | "rate_limited" | "unreachable" | "forbidden";
      message: string;
    };
    RevokeKey: { dry_run?: boolean; force?: boolean; reason?: string };
    RevocationStep: {
      step: string;
      title: string;
      detail?: string | null;
      state: "planned" | "pending" | "running" | "done" | "failed";
      at?: string | null;
    };
    RevocationState: "planned" | "running" | "stuck" | "awaiting_manual" | "revoked";
    /** A dry run has no id and is `planned`. */
    Revocation: {
      id: string | null;
      key_id: string;
      state: Schemas["RevocationState"];
      steps: Schemas["RevocationStep"][];
      leases_affected: number;
      attempts: number;
      next_retry_at: string | null;
      reason: string | null;
    };
    LeaseState: "active" | "draining" | "released" | "expired" | "revoked";
    LeaseFilter: { state?: string; node?: string; key?: string; provider?: string };
    Lease: {
      id: string;
      name?: string | null;
      node_id: string;
      node_name: string;
      provider: string;
      mode: "direct" | "gateway";
      state: Schemas["LeaseState"];
      key_id: string;
      key_name: string;
      domain: string | null;
      user: string | null;
      models: string[];
      spend_limit: string | null;
      issued_at: string;
      expires_at: string;
      renew_after: string | null;
      ended_at?: string | null;
      end_reason?: string | null;
      base_url: string | null;
      version: number;
    };
    NodeFilter: { state?: string; text?: string };
    NodeState: "enrolled" | "lost" | "removed";
    Node: {
      id: string;
      name: string;
      state: Schemas["NodeState"];
      enrolled_at: string;
      last_seen_at: string;
      version: number;
    };
    Scope: "lease" | "key" | "node" | "domain" | "workspace" | "user";
    Window: {
      scope: Schemas["Scope"];
      scope_id: string;
      period: "day" | "month" | "lease" | "total";
      window_start: string;
      window_end: string | null;
      limit: string | null;
      spent: string;
      presumed: string;
      held: string;
      remaining: string | null;
      as_of: string;
    };
    AccountStatus: {
      account_id: string;
      provider: string;
      name: string;
      status: Schemas["CollectionStatus"];
      message: string | null;
      last_good_at: string | null;
      as_of: string | null;
      stale: boolean;
      next_poll_at: string | null;
    };
    CollectionStatus:
      | "ok"
      | "pending"
      | "inactive"
      | "unsupported"
      | "missing_key"
      | "invalid_key"
      | "rate_limited"
      | "unavailable"
      | "timeout"
      | "parse_error";
    ProviderCost: {
      account_id: string;
      provider: string;
      from: string;
      to: string;
      amount: string;
      currency: string;
      complete: boolean;
      as_of: string;
    };
    Reconciliation: {
      account_id: string;
      account_name?: string | null;
      provider: string;
      from: string | null;
      to: string | null;
      gateway_cost: string | null;
      gateway_as_of: string | null;
      unknown_cost_requests: number;
      provider_cost: string | null;
      provider_as_of: string | null;
      drift: string | null;
      coverage: string | number | null;
      complete: boolean;
      other_currencies: string[];
    };
    Granularity: "quarter_hour" | "hour" | "day";
    Totals: {
      requests: number;
      errors: number;
      input_tokens: number;
      output_tokens: number;
      cost: string | null;
      unknown_cost_requests: number;
    };
    Overview: Schemas["Totals"] & {
      previous: Schemas["Totals"];
      provenance: "gateway" | "provider" | "estimated";
      as_of: string | null;
    };
    TimelinePoint: {
      at: string;
      requests: number;
      errors: number;
      input_tokens: number;
      output_tokens: number;
      cost: string | null;
    };
    Timeline: {
      granularity: Schemas["Granularity"];
      zone: string;
      points: Schemas["TimelinePoint"][];
      markers: { at: string; kind: string; node_id: string; label: string }[];
    };
    BreakdownBy: "domain" | "model" | "provider" | "node" | "key";
    BreakdownItem: {
      id: string;
      label: string;
      requests: number;
      input_tokens: number;
      output_tokens: number;
      cost: string | null;
      share: string | number;
    };
    Breakdown: {
      share_of: string;
      items: Schemas["BreakdownItem"][];
      rest: Omit<Schemas["BreakdownItem"], "id" | "label"> | null;
    };
  };
}
