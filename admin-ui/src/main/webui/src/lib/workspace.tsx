import { createContext, use, useMemo, type ReactNode } from "react";
import { apiFor, type Api } from "./api/client";
import type { Me, Role } from "./api/types";

type Membership = Me["workspaces"][number];

interface Workspace extends Membership {
  api: Api;
  may: (role: Role) => boolean;
}

const RANKS: Record<Role, number> = {
  node: 0,
  viewer: 1,
  operator: 2,
  admin: 3,
  platform_admin: 4,
};
const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** What every page below works in. The server checks roles again; here they only say what to offer. */
export function WorkspaceProvider(props: {
  membership: Membership;
  platformAdmin: boolean;
  children: ReactNode;
}) {
  const { membership, platformAdmin, children } = props;
  const workspace = useMemo(
    () => ({
      ...membership,
      api: apiFor(membership.slug),
      may: (role: Role) => platformAdmin || RANKS[membership.role] >= RANKS[role],
    }),
    [membership, platformAdmin],
  );
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) {
    throw new Error("there is no workspace outside the frame");
  }
  return workspace;
}
