export const common = {
  retry: "Retry",
  close: "Close",
  cancel: "Cancel",
  copy: "Copy",
  copied: "Copied",
  openPage: "Open page",
  loading: "Loading",
  showSecret: "Show or hide what is typed",
  all: "All",
  unknown: "unknown",
  requestId: "Request id",
  asOf: (when: string) => `as of ${when}`,
  stale: (when: string) => `Shown as of ${when}; refreshing failed.`,
  unknownCost: (requests: number) =>
    requests === 1
      ? "+ 1 request of unknown cost"
      : `+ ${requests.toLocaleString("en")} requests of unknown cost`,
  unknownCostShort: (requests: number) => `+ ${requests.toLocaleString("en")} unknown`,
  unpriced: "No price is known for these requests.",
  noFigure: "There is no figure yet.",
  network: {
    title: "The server could not be reached",
    detail: "Check the connection and try again.",
  },
  broken: {
    title: "This part could not be shown",
    detail: "Reload the page; if it happens again, report what you did.",
  },
  notFound: {
    title: "There is no such page",
    detail: "The address may be old or mistyped.",
    action: "Go to the overview",
  },
  columns: "Columns",
  newRows: (count: number) => `${count} new`,
  clearFilters: "Clear filters",
  noMatch: "Nothing fits these filters.",
  provenance: {
    gateway: "measured by the gateway",
    provider: "billed by the provider",
    estimated: "estimated",
  },
  change: {
    before: (when: string) => `against the ${when} before`,
    sameLength: "same length of time",
    none: "nothing before",
  },
  chart: {
    showTable: "Show table",
    showChart: "Show chart",
    tableOf: (title: string) => `${title}, as a table`,
    csv: "Download CSV",
    time: "Time",
    events: "Events",
    unpriced: "Requests of unknown cost",
  },
  forbidden: (role: string) => `Needs the role ${role} in this workspace.`,
};
