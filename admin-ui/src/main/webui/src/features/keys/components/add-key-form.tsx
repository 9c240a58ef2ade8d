import { Button, Checkbox, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useRef, type SubmitEvent } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { SecretInput } from "@/components/ui/secret-input";
import { ApiError } from "@/lib/api/problem";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { providerName } from "@/lib/providers";
import { addKeyOf } from "../add-key-form";
import { useAccounts, useAddKey } from "../api";
import { AmountInput } from "./amount-input";
import { TestSecret } from "./test-secret";

interface AddKeyFormProps {
  onAdded: (key: Key) => void;
  onCancel: () => void;
  onAddAccount: () => void;
}

/**
 * The secret is in its field and nowhere else: the form is uncontrolled, read when it is sent, and
 * gone from the page once the key is there.
 */
export function AddKeyForm({ onAdded, onCancel, onAddAccount }: AddKeyFormProps) {
  const { keys } = useStrings();
  const text = keys.add;
  const form = useRef<HTMLFormElement>(null);
  const accounts = useAccounts();
  const add = useAddKey(() => addKeyOf(form.current));
  const errors = add.error instanceof ApiError ? add.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate(undefined, { onSuccess: onAdded });
  };

  if (accounts.error && !accounts.rows) {
    return <ProblemAlert error={accounts.error} onRetry={accounts.retry} />;
  }
  if (accounts.rows?.length === 0) {
    return (
      <EmptyState {...keys.noAccounts}>
        <Button onClick={onAddAccount}>{keys.addAccount.action}</Button>
      </EmptyState>
    );
  }
  return (
    <form ref={form} onSubmit={submit} autoComplete="off">
      <Stack>
        <Select
          name="account_id"
          data-autofocus
          label={keys.account}
          required
          error={errors.account_id}
          data={accounts.rows?.map(({ id, name, provider }) => ({
            value: id,
            label: `${name} (${providerName(provider)})`,
          }))}
        />
        <TextInput name="name" label={keys.name} required error={errors.name} maxLength={100} />
        <SecretInput
          name="secret"
          label={keys.secret}
          description={text.secretHint}
          required
          error={errors.secret}
        />
        <TestSecret form={form} />
        <TextInput
          name="provider_key_id"
          label={keys.providerKeyId}
          description={text.providerKeyIdHint}
          error={errors.provider_key_id}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <AmountInput name="limit_day" label={text.dayLimit} />
          <AmountInput name="limit_month" label={text.monthLimit} />
          <TextInput name="models" label={keys.models} description={text.modelsHint} />
          <TextInput name="tags" label={keys.tags} description={text.tagsHint} />
        </SimpleGrid>
        <Checkbox name="verify" label={text.verify} defaultChecked />
        {add.error && <ProblemAlert error={add.error} />}
        <FormActions submit={text.submit} pending={add.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
