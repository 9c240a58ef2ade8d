import { Code } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, RowLink, type Column } from "@/components/ui/table";
import type { ProviderAccount } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { useAccounts } from "../api";

const route = getRouteApi("/keys");

/** The accounts at providers that keys belong to. */
export function AccountList({ onAdd }: { onAdd: ReactNode }) {
  const { keys: text } = useAllStrings();
  const accounts = useAccounts();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useMemo(() => {
    const look = ({ id }: ProviderAccount) =>
      void navigate({ search: (before) => ({ ...before, open: id }) });
    return columnsOf(text, look);
  }, [text, navigate]);
  return (
    <DataTable
      name="accounts"
      caption={text.tabs.accounts}
      columns={columns}
      list={accounts}
      idOf={({ id }) => id}
      selected={open}
      onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, open: id }) })}
      maxHeight="calc(100dvh - 190px)"
      empty={<EmptyState {...text.noAccounts}>{onAdd}</EmptyState>}
    />
  );
}

function columnsOf(
  text: Strings["keys"],
  look: (account: ProviderAccount) => void,
): Column<ProviderAccount>[] {
  return [
    {
      id: "name",
      header: text.name,
      fixed: true,
      cell: (account) => (
        <RowLink to="/accounts/$id" id={account.id} onOpen={() => look(account)}>
          <Name>{account.name}</Name>
        </RowLink>
      ),
    },
    { id: "provider", header: text.provider, cell: ({ provider }) => providerName(provider) },
    {
      id: "state",
      header: text.state,
      cell: ({ state }) => <StateBadge state={state} label={text.accountStates[state]} />,
    },
    {
      id: "credential",
      header: text.accounts.credential,
      cell: ({ credential_masked }) =>
        credential_masked ? <Code>{credential_masked}</Code> : text.accounts.none,
    },
    {
      id: "capabilities",
      header: text.accounts.capabilities,
      cell: ({ capabilities }) => capabilities.map((one) => one.replaceAll("_", " ")).join(", "),
    },
    { id: "added", header: text.added, cell: (account) => <Moment at={account.created_at} /> },
  ];
}
