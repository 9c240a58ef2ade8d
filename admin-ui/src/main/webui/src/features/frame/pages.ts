import {
  IconCoin,
  IconFileCertificate,
  IconGauge,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconPlugConnected,
  IconServer,
  IconSettings,
} from "@tabler/icons-react";

/** The pages there are, in the order of the rail. */
export const PAGES = [
  { name: "overview", to: "/", icon: IconLayoutDashboard },
  { name: "keys", to: "/keys", icon: IconKey },
  { name: "nodes", to: "/nodes", icon: IconServer },
  { name: "leases", to: "/leases", icon: IconFileCertificate },
  { name: "limits", to: "/limits", icon: IconGauge },
  { name: "costs", to: "/costs", icon: IconCoin },
  { name: "providers", to: "/providers", icon: IconPlugConnected },
  { name: "audit", to: "/audit", icon: IconHistory },
  { name: "settings", to: "/settings", icon: IconSettings },
] as const;
