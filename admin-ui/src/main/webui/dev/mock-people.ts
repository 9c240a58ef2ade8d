import type { Domain, Member } from "../src/lib/api/types.ts";
import type { Answer, MockRequest } from "./mock-answers.ts";

export const domains: Domain[] = ["app", "batch", "lab", "support"].map((name, at) => ({
  id: `0199f000-0000-7000-8000-00000000d00${at}`,
  name: `${name}.example.com`,
  capture: (["metadata", "full", "none"] as const)[at % 3] ?? "none",
  tags: at === 2 ? [] : [`team:${name}`, "eu"],
}));

const PEOPLE = ["ada Admin", "olga Operator", "vic Viewer", "max Mustermann-Schmidtbauer"];

const members: Member[] = PEOPLE.map((person, at) => {
  const [username = "", last = ""] = person.split(" ");
  return {
    id: `member-${username}`,
    username,
    name: `${username.charAt(0).toUpperCase()}${username.slice(1)} ${last}`,
    email: `${username}@acme.example`,
    enabled: at !== 3,
    role: (["admin", "operator", "viewer"] as const)[at % 3] ?? "viewer",
    domain: null,
    invitation: null,
  };
});

export const listMembers = ({ query }: MockRequest) =>
  members.filter(
    ({ role, domain, name, email }) =>
      (domain ?? undefined) === (query.get("domain") ?? undefined) &&
      (!query.has("role") || query.get("role") === role) &&
      `${name} ${email}`.toLowerCase().includes((query.get("text") ?? "").toLowerCase()),
  );

export const member = (_: MockRequest, id: string) => members.find((one) => one.id === id);

export function addMember({ body }: MockRequest): Member {
  const user = String(body.user);
  const added: Member = {
    id: crypto.randomUUID(),
    username: user,
    name: "",
    email: user.includes("@") ? user : "",
    enabled: true,
    role: body.role as Member["role"],
    domain: (body.domain as string | undefined) ?? null,
    invitation: user.includes("@") ? "not_sent" : null,
  };
  members.push(added);
  return added;
}

export function changeMember(request: MockRequest, id: string): Answer {
  const found = member(request, id);
  return found?.role === "admin"
    ? lastAdmin(found)
    : { status: 200, json: Object.assign(found ?? {}, request.body) };
}

export function removeMember(request: MockRequest, id: string): Answer {
  const found = member(request, id);
  if (found?.role === "admin") {
    return lastAdmin(found);
  }
  members.splice(
    members.findIndex((one) => one.id === id),
    1,
  );
  return { status: 204, json: undefined };
}

function lastAdmin({ username }: Member): Answer {
  return {
    status: 409,
    json: {
      type: "urn:leasehold:problem:wrong-state",
      title: "Wrong state",
      status: 409,
      detail: `'${username}' is the last admin of this workspace. Make somebody else an admin first.`,
      request_id: "4bf92f3577b34da6a3ce929d0e0e4736",
    },
  };
}

export const listDomains = ({ query }: MockRequest) =>
  domains.filter(
    ({ name, capture, tags }) =>
      (!query.has("capture") || query.get("capture") === capture) &&
      `${name} ${tags.join(" ")}`.includes(query.get("text") ?? ""),
  );

export const domain = (_: MockRequest, id: string) => domains.find((one) => one.id === id);

export function addDomain({ body }: MockRequest): Domain {
  const added = { capture: "metadata", tags: [], ...body, id: crypto.randomUUID() };
  domains.push(added as unknown as Domain);
  return added as unknown as Domain;
}

export const changeDomain = (request: MockRequest, id: string) =>
  Object.assign(domain(request, id) ?? {}, request.body);

export function removeDomain(_: MockRequest, id: string): Answer {
  domains.splice(
    domains.findIndex((one) => one.id === id),
    1,
  );
  return { status: 204, json: undefined };
}
