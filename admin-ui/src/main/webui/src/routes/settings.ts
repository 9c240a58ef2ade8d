import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Capture, MemberRole } from "@/lib/api/types";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const TABS = ["domains", "api-tokens"] as const;
const ROLES: MemberRole[] = ["viewer", "operator", "admin"];
const CAPTURES: Capture[] = ["none", "metadata", "full"];
const ACTIONS = ["add", "edit", "remove"] as const;

export type SettingsTab = (typeof TABS)[number] | undefined;
export type SettingsAction = (typeof ACTIONS)[number] | undefined;

interface SettingsSearch {
  tab?: SettingsTab;
  q?: string;
  role?: MemberRole;
  domain?: string;
  capture?: Capture;
  tag?: string;
  open?: string;
  action?: SettingsAction;
}

/** The action is the dialog that is open, about what is open in the drawer where it is about one thing. */
export const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: (search: Record<string, unknown>): SettingsSearch => ({
    tab: readOne(TABS, search.tab),
    q: readText(search.q),
    role: readOne(ROLES, search.role),
    domain: readText(search.domain),
    capture: readOne(CAPTURES, search.capture),
    tag: readText(search.tag),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/settings"), "SettingsPage"),
});
