import { Select, TextInput } from "@mantine/core";
import { useRef } from "react";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { SecretInput } from "@/components/ui/secret-input";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { AddProviderAccount, ProviderAccount } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { PROVIDERS } from "@/lib/providers";
import { useAddAccount } from "../api";

export function AddAccountDialog({ onClose }: { onClose: () => void }) {
  const { keys } = useStrings();
  const text = keys.addAccount;
  const form = useRef<HTMLFormElement>(null);
  const add = useAddAccount(() => addAccountOf(form.current));
  const errors = fieldErrorsOf(add.error);
  const onSuccess = ({ name }: ProviderAccount) => {
    announceDone(text.done(name));
    onClose();
  };
  return (
    <FormDialog
      ref={form}
      title={text.title}
      submit={text.submit}
      call={add}
      onSubmit={() => add.mutate(undefined, { onSuccess })}
      onClose={onClose}
    >
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
    </FormDialog>
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
