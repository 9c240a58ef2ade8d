import { useDomain } from "@/features/domains/api";
import { useKey } from "@/features/keys/api";
import { useNode } from "@/features/nodes/api";
import { useWorkspace } from "@/lib/workspace";
import type { Limited } from "./api";

/** What people call a thing that has limits; its id until that is known. */
export function useScopeName({ scope, scope_id }: Limited): string {
  const workspace = useWorkspace();
  const idWhere = (wanted: Limited["scope"]) => (scope === wanted ? scope_id : undefined);
  const key = useKey(idWhere("key")).data?.name;
  const node = useNode(idWhere("node")).data?.name;
  const domain = useDomain(idWhere("domain")).data?.name;
  const found = scope === "workspace" ? workspace.name : (key ?? node ?? domain);
  return found ?? scope_id;
}
