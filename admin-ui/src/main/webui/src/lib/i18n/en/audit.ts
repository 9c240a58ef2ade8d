export const audit = {
  title: "Audit",
  at: "When",
  actor: "Who",
  actorId: "Id of who",
  action: "What",
  target: "To what",
  targetId: "Id of what",
  result: "Result",
  results: { success: "done", refused: "refused", failed: "failed" },
  source: "From",
  ownDoing: "Leasehold itself",
  details: "Details",
  seq: "Place in the chain",
  hash: "Hash",
  none: "Nothing was recorded yet.",
  empty: {
    title: "Nothing was recorded yet",
    detail: "Every change and every reading of a secret is written here, and never changed.",
  },
  adminsOnly: {
    title: "The audit log is for admins",
    detail: "Ask an admin of this workspace for the role.",
  },
  notListed: {
    title: "This entry is not among those shown",
    detail: "Widen the filters, or scroll on to older entries.",
  },
  export: "Export",
  formats: { csv: "CSV", ndjson: "JSON, an entry a line" },
  verify: "Verify log",
  verified: {
    intact: (entries: number) =>
      entries === 1
        ? "The only entry is as it was written"
        : `All ${entries.toLocaleString("en")} entries are as they were written`,
    anchored: (seq: number) =>
      `Up to entry ${seq.toLocaleString("en")} this is also confirmed by what is kept outside of the database.`,
    notAnchored:
      "Nothing is kept outside of the database yet: whether entries are missing at the end can't be told.",
    faults: {
      changed: (seq: number) => `Entry ${seq.toLocaleString("en")} was changed`,
      missing: (seq: number) => `Entries are missing from ${seq.toLocaleString("en")} on`,
      inserted: (seq: number) => `Entry ${seq.toLocaleString("en")} was put in`,
      rewritten: (seq: number) =>
        `The log was written anew from entry ${seq.toLocaleString("en")} or a later one on`,
    },
    trusted: (entries: number) =>
      `The ${entries.toLocaleString("en")} entries before it are as they were written.`,
    whatToDo: "Somebody wrote to the database itself: keep a copy of it, and find out who could.",
  },
  fields: {
    actor: "Who did it, by name",
    action: "What, such as key.revoke",
    target: "Id of what it was done to",
  },
};
