import { getRouteApi } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { Member } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { useMembers } from "../api";
import { MemberFilters } from "./member-filters";

const route = getRouteApi("/settings");

/** The connected list; the service filters. */
export function MemberList({ onAdd }: { onAdd: ReactNode }) {
  const { common, members: text } = useAllStrings();
  const { role, domain, q, open } = route.useSearch();
  const navigate = route.useNavigate();
  const members = useMembers({ role, domain, text: q });
  const columns = useMemo(() => {
    const look = ({ id }: Member) =>
      void navigate({ search: (before) => ({ ...before, open: id }) });
    return columnsOf(text, look);
  }, [text, navigate]);
  const none = domain ? text.emptyDomain : text.empty;
  return (
    <DataTable
      name="members"
      caption={text.title}
      columns={columns}
      list={members}
      idOf={({ id }) => id}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      toolbar={<MemberFilters />}
      maxHeight="calc(100dvh - 230px)"
      empty={
        (role ?? q) ? (
          <EmptyState title={common.noMatch} />
        ) : (
          <EmptyState {...none}>{onAdd}</EmptyState>
        )
      }
    />
  );
}

function columnsOf(text: Strings["members"], look: (member: Member) => void): Column<Member>[] {
  return [
    {
      id: "username",
      header: text.username,
      fixed: true,
      cell: (member) => (
        <RowButton onOpen={() => look(member)}>
          <Name>{member.username}</Name>
        </RowButton>
      ),
    },
    { id: "name", header: text.name, cell: ({ name }) => <Name>{name}</Name> },
    { id: "email", header: text.email, cell: ({ email }) => <Name>{email}</Name> },
    { id: "role", header: text.role, cell: ({ role }) => text.roles[role] },
    {
      id: "domain",
      header: text.roleFor,
      cell: ({ domain }) => (domain ? <Name>{domain}</Name> : text.wholeWorkspace),
    },
    {
      id: "state",
      header: text.state,
      cell: ({ enabled }) => <SignInBadge enabled={enabled} text={text} />,
    },
  ];
}

/** Whether they can sign in at all, which the identity provider decides. */
export function SignInBadge({ enabled, text }: { enabled: boolean; text: Strings["members"] }) {
  const state = enabled ? "active" : "disabled";
  return <StateBadge state={state} label={text.states[state]} />;
}
