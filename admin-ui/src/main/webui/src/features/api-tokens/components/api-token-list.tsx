import { getRouteApi } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import type { ApiToken } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { useApiTokens } from "../api";

const route = getRouteApi("/settings");

/** The connected list. */
export function ApiTokenList({ onAdd }: { onAdd: ReactNode }) {
  const { apiTokens: text, members } = useAllStrings();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const tokens = useApiTokens();
  const look = useMemo(
    () =>
      ({ id }: ApiToken) =>
        void navigate({ search: (before) => ({ ...before, open: id }) }),
    [navigate],
  );
  const columns = useMemo(() => columnsOf(text, members, look), [text, members, look]);
  return (
    <DataTable
      name="api-tokens"
      caption={text.title}
      columns={columns}
      list={tokens}
      idOf={({ id }) => id}
      selected={open}
      onOpen={look}
      maxHeight="calc(100dvh - 190px)"
      empty={<EmptyState {...text.empty}>{onAdd}</EmptyState>}
    />
  );
}

function columnsOf(
  text: Strings["apiTokens"],
  members: Strings["members"],
  look: (token: ApiToken) => void,
): Column<ApiToken>[] {
  return [
    {
      id: "name",
      header: text.name,
      fixed: true,
      cell: (token) => (
        <RowButton onOpen={() => look(token)}>
          <Name>{token.name}</Name>
        </RowButton>
      ),
    },
    { id: "masked", header: text.token, cell: ({ masked }) => <code>{masked}</code> },
    { id: "role", header: members.role, cell: ({ role }) => members.roles[role] },
    {
      id: "domain",
      header: members.roleFor,
      cell: ({ domain }) => (domain ? <Name>{domain}</Name> : members.wholeWorkspace),
    },
    { id: "state", header: text.state, cell: (token) => <ApiTokenBadge of={token} text={text} /> },
    {
      id: "last_used_at",
      header: text.lastUsed,
      cell: ({ last_used_at: at }) => <Moment at={at} absent={text.neverUsed} />,
    },
    {
      id: "expires_at",
      header: text.expires,
      cell: ({ expires_at: at }) => <Moment at={at} absent={text.neverExpires} />,
    },
    { id: "created_by", header: text.createdBy, cell: ({ created_by: by }) => <Name>{by}</Name> },
  ];
}

export function ApiTokenBadge({
  of: { state },
  text,
}: {
  of: ApiToken;
  text: Strings["apiTokens"];
}) {
  return <StateBadge state={state} label={text.states[state]} />;
}
