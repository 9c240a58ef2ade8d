import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOne, readText } from "@/lib/search";
import { root } from "./root";

const TABS = ["accounts"] as const;
const PARTS = ["limits", "spend", "leases", "provider", "rotation", "history"] as const;
const ACTIONS = [
  "add-key",
  "create-key",
  "add-account",
  "find",
  "bind",
  "edit",
  "disable",
  "enable",
  "retire",
  "limits",
  "raise",
  "limit-there",
  "disable-there",
  "enable-there",
  "rotate",
  "rotation",
  "replace-secret",
  "leave-source",
  "roll-back",
  "abandon-rotation",
  "schedule",
  "unschedule",
  "revoke",
  "abandon",
  "revoke-these",
  "remove",
] as const;

/** A dialog, about the key or account that is looked at where it is about one. */
export type KeyAction = (typeof ACTIONS)[number] | undefined;
/** A tab of a key's page; undefined for the first. */
export type KeyPart = (typeof PARTS)[number] | undefined;

interface KeySearch {
  action?: KeyAction;
}

interface KeysSearch extends KeySearch {
  tab?: (typeof TABS)[number];
  state?: string;
  provider?: string;
  q?: string;
  open?: string;
}

/** The action is the dialog that is open; the back button closes it. */
export const keys = createRoute({
  getParentRoute: () => root,
  path: "/keys",
  validateSearch: (search: Record<string, unknown>): KeysSearch => ({
    tab: readOne(TABS, search.tab),
    state: readText(search.state),
    provider: readText(search.provider),
    q: readText(search.q),
    open: readText(search.open),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/keys"), "KeysPage"),
});

export const key = createRoute({
  getParentRoute: () => root,
  path: "/keys/$id",
  validateSearch: (search: Record<string, unknown>): KeySearch & { part?: KeyPart } => ({
    part: readOne(PARTS, search.part),
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/keys"), "KeyPage"),
});

export const account = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$id",
  validateSearch: (search: Record<string, unknown>): KeySearch => ({
    action: readOne(ACTIONS, search.action),
  }),
  component: lazyRouteComponent(() => import("@/features/accounts"), "AccountPage"),
});
