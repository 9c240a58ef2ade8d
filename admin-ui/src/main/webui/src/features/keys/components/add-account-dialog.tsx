import { Select, TextInput } from "@mantine/core";
import { useRef } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { NameInput } from "@/components/ui/name-input";
import { SecretInput } from "@/components/ui/secret-input";
import type { AddProviderAccount } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { PROVIDERS } from "@/lib/providers";
import { useAddAccount } from "../api";

export function AddAccountDialog({ onClose }: { onClose: () => void }) {
  const { keys } = useAllStrings();
  const text = keys.addAccount;
  const shown = useNames();
  const form = useRef<HTMLFormElement>(null);
  return (
    <FormDialog
      ref={form}
      title={text.title}
      submit={text.submit}
      call={useAddAccount(() => addAccountOf(form.current))}
      read={() => undefined}
      done={({ name }) => text.done(shown(name))}
      onClose={onClose}
    >
      {(errors) => (
        <>
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
          <NameInput error={errors.name} />
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
        </>
      )}
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
