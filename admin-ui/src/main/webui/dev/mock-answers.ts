import {
  account,
  actOnKey,
  auditLog,
  auditVerification,
  capabilities,
  changeAccount,
  providerKeys,
  refuseDelete,
  setAccount,
} from "./mock-accounts.ts";
import { accounts, keys, keySources, leases, me, nodes } from "./mock-data.ts";
import {
  addDomain,
  addMember,
  changeDomain,
  changeMember,
  domain,
  listDomains,
  listMembers,
  member,
  removeDomain,
  removeMember,
} from "./mock-people.ts";
import { addRaise, allLimits, endRaise, limitsOf, raises, setLimits } from "./mock-limits.ts";
import {
  removeSchedule,
  rollBack,
  rotate,
  rotationOf,
  rotationsOf,
  schedule,
  setSchedule,
} from "./mock-rotation.ts";
import { booked, tried } from "./mock-try.ts";
import {
  addOverride,
  changeOverride,
  listOverrides,
  listPrices,
  listRepricings,
  removeOverride,
  reprice,
  repricingOf,
} from "./mock-prices.ts";
import { quotaHistory } from "./mock-quotas.ts";
import { makeToken, setNode, takeBack, timelineOf, tokens } from "./mock-nodes.ts";
import { discovery, look } from "./mock-discovery.ts";
import { directUse, enforcement, groups, limitThere, spendThere } from "./mock-there.ts";
import { apiToken, apiTokens, createApiToken, revokeApiToken } from "./mock-tokens.ts";
import { beginSignIn, endSignIn, gitHubStatus, pollSignIn } from "./mock-github.ts";
import { answerOf, listAnswers, listCorrections, listHistory } from "./mock-history.ts";
import { plan, providers, setPlan } from "./mock-usage.ts";
import { cancel, planOf, progressOf, revoke, revokeThese } from "./mock-revocation.ts";
import {
  breakdown,
  overview,
  reconciliation,
  statuses,
  timeline,
  windows,
} from "./mock-figures.ts";

export interface MockRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  json: unknown;
}

type Handler = (request: MockRequest, id: string) => Answer;

const ok = (json: unknown): Answer => ({ status: 200, json });
const page = (items: unknown[]) => ok({ items, next_cursor: null });
const notFound: Answer = {
  status: 404,
  json: {
    type: "urn:leasehold:problem:not-found",
    title: "Not found",
    status: 404,
    detail: "The mock has nothing here.",
    request_id: "4bf92f3577b34da6a3ce929d0e0e4736",
  },
};
const one = (item: unknown) => (item === undefined ? notFound : ok(item));

/** Every second verification finds that somebody tampered, so that both can be seen. */
let verifications = 0;

const ROUTES: [method: string, path: RegExp, handler: Handler][] = [
  ["GET", /^\/me$/, () => ok(me)],
  ["GET", /^\/provider-accounts$/, () => page(accounts)],
  ["POST", /^\/provider-accounts$/, ({ body }) => ok(addAccount(body))],
  ["GET", /^\/provider-accounts\/([^/]+)$/, (request, id) => one(account(request, id))],
  ["PATCH", /^\/provider-accounts\/([^/]+)$/, (request, id) => ok(changeAccount(request, id))],
  ["DELETE", /^\/provider-accounts\/([^/]+)$/, refuseDelete],
  ["GET", /^\/provider-accounts\/([^/]+)\/capabilities$/, (_, id) => ok(capabilities(id))],
  ["GET", /^\/provider-accounts\/([^/]+)\/provider-keys$/, () => ok(providerKeys())],
  [
    "POST",
    /^\/provider-accounts\/([^/]+)\/disable$/,
    (request, id) => ok(setAccount("disabled")(request, id)),
  ],
  [
    "POST",
    /^\/provider-accounts\/([^/]+)\/enable$/,
    (request, id) => ok(setAccount("active")(request, id)),
  ],
  ["GET", /^\/audit\/export$/, (request) => ok(auditLog(request))],
  ["GET", /^\/audit\/verify$/, () => ok(auditVerification((verifications += 1) % 2 === 0))],
  ["GET", /^\/audit$/, (request) => page(auditLog(request))],
  ["GET", /^\/provider-accounts\/([^/]+)\/groups$/, () => ok(groups)],
  ["GET", /^\/limits$/, ({ query }) => page(allLimits(query.get("scope")))],
  ["GET", /^\/limits\/(?:key|domain|user|node|workspace)\/([^/]+)$/, (_, id) => ok(limitsOf(id))],
  ["PUT", /^\/limits\/[a-z]+\/([^/]+)$/, ({ body }, id) => ok(setLimits(id, body))],
  ["GET", /^\/limits\/[a-z]+\/([^/]+)\/raises$/, () => page(raises)],
  ["POST", /^\/limits\/[a-z]+\/([^/]+)\/raises$/, ({ body }) => ok(addRaise(body))],
  ["POST", /^\/limits\/[a-z]+\/[^/]+\/raises\/([^/]+)\/end$/, (_, id) => one(endRaise(id))],
  ["POST", /^\/keys\/create$/, ({ body }) => ok(createKey(body))],
  [
    "POST",
    /^\/keys\/revoke$/,
    ({ query, body }) => page(revokeThese(keysBy(query), body.dry_run === true)),
  ],
  ["DELETE", /^\/keys\/([^/]+)\/source$/, (_, id) => one(leaveSource(id))],
  ["GET", /^\/keys\/([^/]+)\/provider$/, () => ok(spendThere)],
  ["GET", /^\/keys\/[^/]+\/provider\/enforcement$/, () => ok(enforcement())],
  ["PUT", /^\/keys\/([^/]+)\/provider\/limit$/, ({ body }) => ok(limitThere(body))],
  [
    "POST",
    /^\/keys\/([^/]+)\/provider\/disable$/,
    (request, id) => ok(actOnKey(request, id, "disable")),
  ],
  [
    "POST",
    /^\/keys\/([^/]+)\/provider\/enable$/,
    (request, id) => ok(actOnKey(request, id, "enable")),
  ],
  ["POST", /^\/keys\/find$/, () => one(keys[1])],
  [
    "POST",
    /^\/keys\/test$/,
    () => ok({ result: "valid", message: "It accepts the key.", models: [] }),
  ],
  [
    "PATCH",
    /^\/keys\/([^/]+)$/,
    ({ body }, id) => ok(Object.assign(keys.find((key) => key.id === id) ?? {}, body)),
  ],
  ["POST", /^\/keys\/([^/]+)\/disable$/, (request, id) => ok(actOnKey(request, id, "disable"))],
  ["POST", /^\/keys\/([^/]+)\/enable$/, (request, id) => ok(actOnKey(request, id, "enable"))],
  ["POST", /^\/keys\/([^/]+)\/retire$/, (request, id) => ok(actOnKey(request, id, "retire"))],
  ["GET", /^\/key-sources$/, () => ok({ items: keySources })],
  ["GET", /^\/keys$/, ({ query }) => page(keysBy(query))],
  ["POST", /^\/keys$/, ({ body }) => ok(addKey(body))],
  ["GET", /^\/keys\/([^/]+)$/, (_, id) => one(keys.find((key) => key.id === id))],
  ["POST", /^\/keys\/([^/]+)\/bind$/, ({ body }, id) => ok(bind(id, body))],
  ["POST", /^\/keys\/([^/]+)\/verify$/, () => ok({ result: "valid", message: "GET /v1/models" })],
  [
    "POST",
    /^\/keys\/([^/]+)\/revoke$/,
    ({ body }, id) => (body.dry_run ? ok(planOf(id)) : { status: 202, json: revoke(id) }),
  ],
  [
    "POST",
    /^\/keys\/([^/]+)\/revocation\/abandon$/,
    (_, id) => ({ status: 202, json: revoke(id) }),
  ],
  ["GET", /^\/keys\/([^/]+)\/revocation$/, (_, id) => one(progressOf(id))],
  ["POST", /^\/keys\/([^/]+)\/revocation\/cancel$/, (_, id) => one(cancel(id))],
  ["POST", /^\/keys\/([^/]+)\/rotate$/, ({ body }, id) => ok(rotate(id, body))],
  ["POST", /^\/keys\/([^/]+)\/secret$/, (_, id) => ok(rotate(id, {}))],
  ["GET", /^\/keys\/([^/]+)\/rotation$/, (_, id) => one(rotationOf(id))],
  ["POST", /^\/keys\/([^/]+)\/rotation\/[a-z-]+$/, (_, id) => one(rollBack(id))],
  ["GET", /^\/keys\/([^/]+)\/rotations$/, (_, id) => page(rotationsOf(id))],
  ["GET", /^\/keys\/([^/]+)\/rotation-schedule$/, () => one(schedule())],
  ["PUT", /^\/keys\/([^/]+)\/rotation-schedule$/, ({ body }) => ok(setSchedule(body))],
  ["DELETE", /^\/keys\/([^/]+)\/rotation-schedule$/, () => removeSchedule()],
  ["GET", /^\/members$/, (request) => page(listMembers(request))],
  ["POST", /^\/members$/, (request) => ok(addMember(request))],
  ["GET", /^\/members\/([^/]+)$/, (request, id) => one(member(request, id))],
  ["PATCH", /^\/members\/([^/]+)$/, changeMember],
  ["DELETE", /^\/members\/([^/]+)$/, removeMember],
  ["GET", /^\/tokens$/, () => page(apiTokens)],
  ["POST", /^\/tokens$/, (request) => ok(createApiToken(request))],
  ["GET", /^\/tokens\/([^/]+)$/, (_, id) => one(apiToken(id))],
  ["POST", /^\/tokens\/([^/]+)\/revoke$/, (_, id) => one(revokeApiToken(id))],
  ["GET", /^\/domains$/, (request) => page(listDomains(request))],
  ["POST", /^\/domains$/, (request) => ok(addDomain(request))],
  ["GET", /^\/domains\/([^/]+)$/, (request, id) => one(domain(request, id))],
  ["PATCH", /^\/domains\/([^/]+)$/, (request, id) => ok(changeDomain(request, id))],
  ["DELETE", /^\/domains\/([^/]+)$/, removeDomain],
  ["GET", /^\/nodes$/, ({ query }) => page(nodesBy(query))],
  ["GET", /^\/nodes\/enrolment-tokens$/, () => page(tokens)],
  ["POST", /^\/nodes\/enrolment-tokens$/, ({ body }) => ok(makeToken(body))],
  ["DELETE", /^\/nodes\/enrolment-tokens\/([^/]+)$/, (_, id) => takeBack(id)],
  ["POST", /^\/nodes\/([^/]+)\/approve$/, (_, id) => one(setNode(id, "enrolled"))],
  ["POST", /^\/nodes\/([^/]+)\/remove$/, (_, id) => one(setNode(id, "removed"))],
  ["GET", /^\/nodes\/([^/]+)\/timeline$/, (_, id) => page(timelineOf(id))],
  ["GET", /^\/nodes\/([^/]+)$/, (_, id) => one(nodes.find((node) => node.id === id))],
  ["POST", /^\/leases\/revoke$/, ({ query, body }) => page(revokeLeases(query, body))],
  ["GET", /^\/leases$/, ({ query }) => page(leasesBy(query))],
  ["GET", /^\/leases\/([^/]+)$/, (_, id) => one(leases.find((lease) => lease.lease_id === id))],
  ["POST", /^\/leases\/([^/]+)\/re(?:voke|lease)$/, (_, id) => one(endLease(id))],
  ["POST", /^\/leases\/([^/]+)\/renew$/, (_, id) => one(renewLease(id))],
  [
    "GET",
    /^\/spend$/,
    ({ query }) =>
      page(allLimits(query.get("scope")).flatMap((of) => windows(`${of.scope}/${of.scope_id}`))),
  ],
  ["GET", /^\/spend\/key\/([^/]+)\/direct$/, (_, id) => ok(directUse(id))],
  ["GET", /^\/spend\/(\w+\/[^/]+)$/, (_, of) => ok({ items: windows(of) })],
  [
    "POST",
    /^\/spend\/\w+\/[^/]+\/presumed\/release$/,
    () => ok({ released: "4.5", presumed: "0" }),
  ],
  ["GET", /^\/usage\/accounts$/, () => ok({ items: statuses })],
  ["POST", /^\/usage\/accounts\/([^/]+)\/refresh$/, () => ok(statuses[0])],
  ["GET", /^\/usage\/(?:accounts|providers)\/([^/]+)\/plan$/, (_, id) => ok(plan(id))],
  [
    "PUT",
    /^\/usage\/(?:accounts|providers)\/([^/]+)\/plan$/,
    ({ body }, id) => ok(setPlan(id, body)),
  ],
  ["GET", /^\/prices$/, (request) => page(listPrices(request))],
  ["GET", /^\/prices\/overrides$/, () => page(listOverrides())],
  ["POST", /^\/prices\/overrides$/, ({ body }) => ok(addOverride(body))],
  ["PUT", /^\/prices\/overrides\/([^/]+)$/, ({ body }, id) => one(changeOverride(id, body))],
  ["DELETE", /^\/prices\/overrides\/([^/]+)$/, (_, id) => removeOverride(id)],
  ["GET", /^\/stats\/repricings$/, () => page(listRepricings())],
  ["POST", /^\/stats\/repricings$/, ({ body }) => ({ status: 202, json: reprice(body) })],
  ["GET", /^\/stats\/repricings\/([^/]+)$/, (_, id) => one(repricingOf(id))],
  ["GET", /^\/discovery$/, () => ok(discovery())],
  ["POST", /^\/discovery\/runs$/, ({ body }) => ok(look(body.imports))],
  ["POST", /^\/try\/.+$/, ({ body }) => tried(body)],
  ["GET", /^\/requests\/([^/]+)$/, (_, id) => one(booked(id))],
  ["GET", /^\/auth\/github\/status$/, () => ok(gitHubStatus())],
  ["POST", /^\/auth\/github\/device$/, () => ok(beginSignIn())],
  ["POST", /^\/auth\/github\/poll$/, ({ body }) => one(pollSignIn(body.id))],
  ["POST", /^\/auth\/github\/logout$/, ({ body }) => one(endSignIn(body.id))],
  ["GET", /^\/usage\/history$/, (request) => ok(listHistory(request))],
  ["GET", /^\/usage\/history\/revisions$/, (request) => ok(listCorrections(request))],
  ["GET", /^\/usage\/history\/quotas$/, (request) => page(quotaHistory(request))],
  ["GET", /^\/usage\/raw-responses$/, (request) => page(listAnswers(request))],
  ["GET", /^\/usage\/raw-responses\/([^/]+)$/, (_, id) => one(answerOf(id))],
  ["GET", /^\/usage\/providers$/, () => page(providers())],
  ["POST", /^\/usage\/providers\/refresh$/, () => ok({ items: providers() })],
  ["GET", /^\/stats\/overview$/, () => ok(overview())],
  ["GET", /^\/stats\/timeline$/, ({ query }) => ok(timeline(query))],
  ["GET", /^\/stats\/breakdown$/, ({ query }) => ok(breakdown(query.get("by") ?? ""))],
  ["GET", /^\/costs\/reconciliation$/, () => ok({ items: reconciliation })],
];

export function answer(request: MockRequest): Answer {
  for (const [method, path, handler] of ROUTES) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (match) {
      return handler(request, match[1] ?? "");
    }
  }
  return notFound;
}

function keysBy(query: URLSearchParams) {
  const wanted = (name: string, value: string) => !query.has(name) || query.get(name) === value;
  return keys.filter(
    (key) =>
      wanted("state", key.state) &&
      wanted("provider", key.provider) &&
      `${key.name} ${key.last4} ${key.tags.join(" ")}`.includes(query.get("text") ?? ""),
  );
}

function nodesBy(query: URLSearchParams) {
  return nodes.filter(
    ({ name, state }) =>
      (!query.has("state") || query.get("state") === state) &&
      name.includes(query.get("text") ?? ""),
  );
}

function leasesBy(query: URLSearchParams) {
  const wanted = (name: string, value: string) => !query.has(name) || query.get(name) === value;
  return leases.filter(
    (lease) =>
      wanted("state", lease.state) &&
      wanted("node", lease.node_id) &&
      wanted("key", lease.key_id) &&
      wanted("provider", lease.provider),
  );
}

function addAccount({ name, provider }: MockRequest["body"]) {
  const added = { ...accounts[0], id: crypto.randomUUID(), name, provider } as (typeof accounts)[0];
  accounts.push(added);
  return added;
}

/** A key of a provider that does not tell its id comes back with a candidate to confirm. */
function addKey({ name, account_id, source, ...given }: MockRequest["body"]) {
  const place = keySources.find((one) => one.name === source);
  const secret = String(place ? "sk-or-v1-000000000000held" : given.secret);
  const account = accounts.find(({ id }) => id === account_id);
  const now = new Date().toISOString();
  const added = {
    ...keys[0],
    id: crypto.randomUUID(),
    name,
    account_id,
    account_name: account?.name,
    provider: account?.provider,
    last4: secret.slice(-4),
    masked: `${secret.slice(0, 6)}…${secret.slice(-4)}`,
    provider_key_id: null,
    binding_candidate: "apikey_01MockCandidate",
    source: place ? { ...place, checked_at: now, problem: null } : null,
    created_at: now,
    changed_at: now,
    verified_at: now,
  } as (typeof keys)[0];
  keys.unshift(added);
  return added;
}

function createKey(body: MockRequest["body"]) {
  const made = addKey({ ...body, secret: "sk-or-v1-000000000000made" });
  return Object.assign(made, {
    provider_key_id: "3fb1c6a9d2",
    binding_candidate: null,
    verified_at: null,
    expires_at: body.expires_at ?? null,
  });
}

function leaveSource(id: string) {
  const key = keys.find((one) => one.id === id);
  return key && Object.assign(key, { source: null });
}

function bind(id: string, { provider_key_id }: MockRequest["body"]) {
  const key = keys.find((one) => one.id === id);
  return Object.assign(key ?? {}, { provider_key_id, binding_candidate: null });
}

function renewLease(id: string) {
  const lease = leases.find((one) => one.lease_id === id);
  return lease && Object.assign(lease, { last_renewal_time: new Date().toISOString() });
}

function endLease(id: string) {
  const lease = leases.find((one) => one.lease_id === id);
  return lease && Object.assign(lease, { state: "revoked", ended_at: new Date().toISOString() });
}

function revokeLeases(query: URLSearchParams, { dry_run }: MockRequest["body"]) {
  return leasesBy(query)
    .filter(({ state }) => state === "active" || state === "draining")
    .map(({ lease_id, node_id, node_name, key_id, key_name, state }) => {
      const ended = dry_run === true ? undefined : endLease(lease_id);
      return { lease_id, node_id, node_name, key_id, key_name, state: ended?.state ?? state };
    });
}
