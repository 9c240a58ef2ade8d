import { Button, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading } from "@/components/ui/loading";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { ProviderAccount } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { providerName } from "@/lib/providers";
import { useAccounts } from "../api";

/** A key belongs to an account, so that one has to be there first. */
export function NeedsAccount(props: {
  onAddAccount: () => void;
  children: (accounts: ProviderAccount[]) => ReactNode;
}) {
  const { keys } = useAllStrings();
  const { rows, error, retry } = useAccounts();
  if (!rows) {
    return error ? <ProblemAlert error={error} onRetry={retry} /> : <Loading height={320} />;
  }
  if (rows.length === 0) {
    return (
      <EmptyState {...keys.noAccounts}>
        <Button onClick={props.onAddAccount}>{keys.addAccount.action}</Button>
      </EmptyState>
    );
  }
  return props.children(rows);
}

interface AccountInputProps {
  accounts: ProviderAccount[];
  error?: string;
  onChange?: (id: string | undefined) => void;
}

export function AccountInput({ accounts, error, onChange }: AccountInputProps) {
  const { keys } = useAllStrings();
  const shown = useNames();
  return (
    <Select
      name="account_id"
      data-autofocus
      label={keys.account}
      required
      error={error}
      data={accounts.map(({ id, name, provider }) => ({
        value: id,
        label: `${shown(name)} (${providerName(provider)})`,
      }))}
      onChange={(id) => onChange?.(id ?? undefined)}
    />
  );
}
