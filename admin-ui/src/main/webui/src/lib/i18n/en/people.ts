export const settings = {
  title: "Settings",
  tabs: { members: "Members", domains: "Domains" },
};

export const members = {
  title: "Members",
  name: "Name",
  username: "User name",
  email: "E-mail",
  role: "Role",
  domain: "Domain",
  roleFor: "Holds for",
  wholeWorkspace: "the whole workspace",
  state: "State",
  states: { active: "can sign in", disabled: "can't sign in" },
  search: "Name or e-mail",
  roles: { viewer: "viewer", operator: "operator", admin: "admin" },
  may: {
    viewer: "Sees everything but secrets.",
    operator: "Also checks keys and ends leases.",
    admin: "Also adds, changes and revokes keys, and decides who is a member.",
  },
  empty: {
    title: "No members yet",
    detail: "A member is somebody who may see or run this workspace, by role.",
  },
  emptyDomain: {
    title: "Nobody has a role for this domain alone",
    detail: "Members of the whole workspace see it anyway.",
  },
  add: {
    action: "Add member",
    title: "Add member",
    user: "User name or e-mail",
    userHint: "Who is not known yet is invited by e-mail, and chooses a password.",
    domainHint: "Empty means the whole workspace.",
    submit: "Add member",
    done: (name: string) => `${name} is a member`,
    sent: "An e-mail that asks them to choose a password is on its way.",
    notSent:
      "The e-mail that asks them to choose a password could not be sent. Tell them yourself.",
  },
  change: {
    action: "Change role",
    title: (name: string) => `Change the role of ${name}`,
    hint: "It holds from their next sign-in or, at the latest, when their session is renewed.",
    submit: "Change role",
    done: (name: string, role: string) => `${name} is ${role} now`,
  },
  remove: {
    action: "Remove member",
    title: (name: string) => `Remove ${name}`,
    steps: {
      workspace: "Their role in this workspace ends, and with it their roles in its domains.",
      domain: (domain: string) => `Their role for ${domain} ends.`,
      account: "Their account stays: they can sign in, and are members elsewhere as before.",
      audit: "What they did stays in the audit log.",
    },
    type: (name: string) => `Type ${name} to go on`,
    done: (name: string) => `${name} is no member any more`,
  },
};

export const domains = {
  title: "Domains",
  name: "Name",
  nameHint: "A host name or an application's label, in lower case. It never changes.",
  capture: "Capture",
  captureHint: "What is kept of its traffic.",
  captures: {
    none: "nothing",
    metadata: "figures and headers",
    full: "whole conversations",
  },
  asWorkspace: "As the workspace says",
  tags: "Tags",
  tagsHint: "Comma-separated.",
  domain: "Domain",
  search: "Name or tag",
  members: "Members",
  showMembers: "Show who has a role for it",
  empty: {
    title: "No domains yet",
    detail: "A domain is an application that spends: limits, roles and costs go by it.",
  },
  add: {
    action: "Add domain",
    title: "Add domain",
    submit: "Add domain",
    done: (name: string) => `${name} was added`,
  },
  edit: {
    action: "Edit",
    title: (name: string) => `Edit ${name}`,
    submit: "Save",
    done: (name: string) => `${name} was changed`,
  },
  remove: {
    action: "Delete domain",
    title: (name: string) => `Delete ${name}`,
    steps: {
      limits: "Its limits end with it.",
      record: "What was spent and recorded under its name stays.",
    },
    type: (name: string) => `Type ${name} to go on`,
    done: (name: string) => `${name} was deleted`,
  },
};
