import { Dialog } from "@/components/ui/dialog";
import { Select, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, type SubmitEvent } from "react";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { SecretInput } from "@/components/ui/secret-input";
import { ApiError } from "@/lib/api/problem";
import type { AddProviderAccount } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { PROVIDERS } from "@/lib/providers";
import { useAddAccount } from "../api";

interface AddAccountDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function AddAccountDialog({ opened, onClose }: AddAccountDialogProps) {
  const { keys } = useStrings();
  return (
    <Dialog opened={opened} onClose={onClose} title={keys.addAccount.title}>
      <AddAccountForm onClose={onClose} />
    </Dialog>
  );
}

function AddAccountForm({ onClose }: { onClose: () => void }) {
  const { keys } = useStrings();
  const text = keys.addAccount;
  const form = useRef<HTMLFormElement>(null);
  const add = useAddAccount(() => addAccountOf(form.current));
  const errors = add.error instanceof ApiError ? add.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate(undefined, {
      onSuccess: ({ name }) => {
        notifications.show({ color: "green", message: text.done(name) });
        onClose();
      },
    });
  };
  return (
    <form ref={form} onSubmit={submit} autoComplete="off">
      <Stack>
        <Select
          name="provider"
          data-autofocus
          label={keys.provider}
          required
          defaultValue={PROVIDERS[0]?.value}
          allowDeselect={false}
          data={PROVIDERS}
          error={errors.provider}
        />
        <TextInput name="name" label={keys.name} required error={errors.name} maxLength={100} />
        <SecretInput
          name="admin_credential"
          label={text.credential}
          description={text.credentialHint}
          error={errors.admin_credential}
        />
        <TextInput
          name="endpoint"
          type="url"
          label={text.endpoint}
          description={text.endpointHint}
          error={errors.endpoint}
        />
        {add.error && <ProblemAlert error={add.error} />}
        <FormActions submit={text.submit} pending={add.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}

function addAccountOf(element: HTMLFormElement | null): AddProviderAccount {
  const form = readForm(element);
  return {
    provider: form.required("provider"),
    name: form.required("name"),
    admin_credential: form.text("admin_credential"),
    endpoint: form.text("endpoint"),
  };
}
