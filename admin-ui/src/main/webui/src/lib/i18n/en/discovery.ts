export const discovery = {
  title: "Keys that lie about",
  about:
    "In the environment of the service, and in files and secrets of Vault that an operator named. Nothing is added to the pool by looking. On a developer's machine, use: leasehold discover",
  look: "Look now",
  looked: (keys: number) => (keys === 1 ? "1 key was found" : `${keys} keys were found`),
  notLooked: (source: string) => `Could not look in ${source}`,
  key: "Key",
  provider: "Provider",
  foundIn: "Found in",
  found: "Found",
  result: "Pool",
  act: "Act",
  thatKey: "that key",
  results: {
    found: "not in the pool",
    already_there: "there as",
    imported: "imported as",
    refused: "refused",
  },
  empty: {
    title: "No key was found",
    detail: "Look now; providers' keys that lie about appear here, masked, with where they are.",
  },
  addAccount: "Add an account",
  import: {
    action: "Import",
    title: (masked: string) => `Import ${masked}`,
    steps: {
      what: (provider: string, sources: string) =>
        `This key of ${provider}, found in ${sources}, is checked there and added to the pool.`,
      pool: "Nodes may lease it from then on, as far as limits allow.",
      stays: "Where it was found it stays; remove it there by hand.",
    },
    account: "Account",
    submit: "Import this key",
    outcomes: {
      found: "It was not found there any more",
      already_there: "The pool has this key already",
      imported: "The key is in the pool",
    },
    noAccount: (provider: string) => ({
      title: `No account of ${provider}`,
      detail: "A key belongs to an account of its provider; add one first.",
    }),
  },
};
