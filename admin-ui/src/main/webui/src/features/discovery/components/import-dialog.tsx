import { List, NativeSelect } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { ButtonLink } from "@/components/ui/links";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading } from "@/components/ui/loading";
import { NameInput } from "@/components/ui/name-input";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { useAccounts } from "@/features/keys/api";
import type { DiscoveredKey, Discovery, ProviderAccount } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { providerName } from "@/lib/providers";
import { useLook } from "../api";

const NAMED_BY = 6;

interface ImportDialogProps {
  of: DiscoveredKey;
  onClose: () => void;
}

/** Adds one key that was found to the pool, after it was said which one and what that means. */
export function ImportDialog({ of: key, onClose }: ImportDialogProps) {
  const { discovery } = useAllStrings();
  const text = discovery.import;
  const { rows, error, retry } = useAccounts();
  const accounts = rows?.filter(({ provider }) => provider === key.provider);
  if (accounts !== undefined && accounts.length > 0) {
    return <ImportForm of={key} accounts={accounts} onClose={onClose} />;
  }
  return (
    <Dialog title={text.title(key.masked)} onClose={onClose}>
      {error ? (
        <ProblemAlert error={error} onRetry={retry} />
      ) : accounts === undefined ? (
        <Loading height={200} />
      ) : (
        <EmptyState {...text.noAccount(providerName(key.provider))}>
          <ButtonLink to="/keys" search={{ tab: "accounts", action: "add-account" }} mt="sm">
            {discovery.addAccount}
          </ButtonLink>
        </EmptyState>
      )}
    </Dialog>
  );
}

function ImportForm(props: ImportDialogProps & { accounts: ProviderAccount[] }) {
  const { of: key, accounts, onClose } = props;
  const { discovery } = useAllStrings();
  const text = discovery.import;
  const shown = useNames();
  const look = useLook();
  const now = resultOf(key, look.data);
  const read = (form: HTMLFormElement) => {
    const { required, text: written } = readForm(form);
    return [
      {
        fingerprint: key.fingerprint,
        account_id: required("account_id"),
        name: written("name") ?? null,
      },
    ];
  };
  return (
    <FormDialog
      title={text.title(key.masked)}
      submit={text.submit}
      call={look}
      read={read}
      onDone={(found) => {
        const result = resultOf(key, found)?.result ?? "found";
        if (result !== "refused") {
          announceDone(text.outcomes[result]);
          onClose();
        }
      }}
      onClose={onClose}
    >
      <List size="sm" spacing={4}>
        <List.Item>{text.steps.what(providerName(key.provider), key.sources.join(", "))}</List.Item>
        <List.Item>{text.steps.pool}</List.Item>
        <List.Item>{text.steps.stays}</List.Item>
      </List>
      <NativeSelect
        name="account_id"
        label={text.account}
        data={accounts.map(({ id, name }) => ({ value: id, label: shown(name) }))}
        data-autofocus
      />
      <NameInput defaultValue={`${key.provider}-${key.fingerprint.slice(0, NAMED_BY)}`} />
      {now?.message && <Notice tone="bad" title={now.message} />}
    </FormDialog>
  );
}

const resultOf = ({ fingerprint }: DiscoveredKey, found: Discovery | undefined) =>
  found?.keys.find((one) => one.fingerprint === fingerprint);
