import type { Scope } from "@/lib/api/types";
import { readOne } from "@/lib/search";
import type { Limited } from "./api";

/** What limits can be set on; a lease brings its own. */
export const SCOPES: Scope[] = ["workspace", "domain", "user", "node", "key"];

/** As it stands in the URL: `key:0199f2a4-…`. */
export function addressOf({ scope, scope_id }: Limited): string {
  return `${scope}:${scope_id}`;
}

export function limitedAt(address: string | undefined): Limited | undefined {
  const colon = address?.indexOf(":") ?? -1;
  const scope = readOne(SCOPES, address?.slice(0, colon));
  const scope_id = address?.slice(colon + 1);
  return scope && scope_id ? { scope, scope_id } : undefined;
}
