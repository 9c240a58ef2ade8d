/** What may be done with a key besides adding and revoking it. */
export const keyActs = {
  more: "More",
  label: "Label",
  fingerprint: "Fingerprint",
  lastUsed: "Last used",
  neverUsed: "not by a gateway yet",
  expires: "Expires",
  parts: {
    state: "State",
    limits: "Limits",
    spend: "Spend",
    leases: "Leases",
    provider: "At the provider",
    rotation: "Rotation",
    history: "History",
  },
  reason: { label: "Reason", hint: "Written to the audit log, and shown with the key." },
  edit: {
    action: "Edit",
    title: (name: string) => `Edit ${name}`,
    labelHint: "What people note of it. Empty takes it away.",
    submit: "Save",
    done: (name: string) => `${name} was changed`,
  },
  disable: {
    action: "Disable",
    title: (name: string) => `Disable ${name}`,
    steps: [
      "Gateways refuse it at once; its leases get another key where there is one.",
      "At the provider it stays as it is, and its secret stays in the secret store.",
    ],
    done: (name: string) => `${name} is disabled`,
  },
  enable: {
    action: "Enable",
    title: (name: string) => `Enable ${name}`,
    steps: ["It is in the pool again, and leased to nodes."],
    done: (name: string) => `${name} is active again`,
  },
  retire: {
    action: "Retire",
    title: (name: string) => `Retire ${name}`,
    steps: [
      "It leaves the pool and is leased no more.",
      "It stays alive at the provider, and its secret in the secret store: revoke it to end both.",
      "It stays listed, with its history, and can be enabled again.",
    ],
    done: (name: string) => `${name} is retired`,
  },
  find: {
    action: "Find by secret",
    title: "Find the key that has a secret",
    hint: "It is compared by a keyed fingerprint, and neither kept nor put into the address. The search is audited.",
    submit: "Find key",
  },
  test: {
    action: "Check it now",
    hint: "Asks the provider about the secret and its models, without keeping it.",
  },
  noLeases: "No node has a lease on this key.",
};
