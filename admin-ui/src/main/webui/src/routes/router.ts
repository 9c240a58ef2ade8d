import { createRouter } from "@tanstack/react-router";
import { audit } from "./audit";
import { costs, prices } from "./costs";
import { account, key, keys } from "./keys";
import { lease, leases } from "./leases";
import { limits } from "./limits";
import { node, nodes } from "./nodes";
import { overview } from "./overview";
import { discovery, providerHistory, providers } from "./providers";
import { root } from "./root";
import { settings } from "./settings";
import { tryLease } from "./try";

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    keys,
    key,
    account,
    nodes,
    node,
    leases,
    lease,
    tryLease,
    limits,
    costs,
    prices,
    providers,
    providerHistory,
    discovery,
    audit,
    settings,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The page shows figures of the time range. */
    ranged?: boolean;
  }
}
