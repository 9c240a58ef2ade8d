/** Places that keys take their secrets from. */
export const keySources = {
  title: "Source",
  choose: "Where the secret comes from",
  hint: "Places that the operator names for this workspace. The key follows what is there.",
  given: "I give it here",
  kinds: { variable: "variable", file: "file", vault: "Vault" },
  checked: "looked at",
  trouble: "The key does not have what its source holds, and goes on with the secret that it has.",
  leave: {
    action: "Leave source",
    title: (name: string) => `Let ${name} leave its source`,
    steps: [
      "It keeps the secret that it has.",
      "What its source holds later is not taken any more; from now on it gets another secret by rotation or by hand.",
    ],
    done: (name: string) => `${name} has left its source`,
  },
};
