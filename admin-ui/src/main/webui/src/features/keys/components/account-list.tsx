import { Code } from "@mantine/core";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, type Column } from "@/components/ui/table";
import type { ProviderAccount } from "@/lib/api/types";
import { useStrings, type Strings } from "@/lib/i18n";
import { useAccounts } from "../api";

/** The accounts at providers that keys belong to. */
export function AccountList() {
  const { keys: text } = useStrings();
  const { rows, more, error, retry } = useAccounts();
  const columns = useMemo(() => columnsOf(text), [text]);
  if (error && !rows) {
    return <ProblemAlert error={error} onRetry={retry} />;
  }
  return (
    <DataTable
      name="accounts"
      caption={text.tabs.accounts}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      onEnd={more}
      maxHeight="calc(100dvh - 190px)"
      empty={<EmptyState {...text.noAccounts} />}
    />
  );
}

function columnsOf(text: Strings["keys"]): Column<ProviderAccount>[] {
  return [
    { id: "name", header: text.name, fixed: true, cell: ({ name }) => <Name>{name}</Name> },
    { id: "provider", header: text.provider, cell: ({ provider }) => provider },
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
