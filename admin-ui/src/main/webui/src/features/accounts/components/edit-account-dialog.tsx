import { Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { ApiError } from "@/lib/api/problem";
import type { ProviderAccount } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { useUpdateAccount } from "../api";

interface EditAccountDialogProps {
  of: ProviderAccount;
  onClose: () => void;
}

/** A change that somebody made meanwhile is not overwritten: the version that was read goes with it. */
export function EditAccountDialog({ of: account, onClose }: EditAccountDialogProps) {
  const { accounts, keys } = useStrings();
  const text = accounts.edit;
  const form = useRef<HTMLFormElement>(null);
  const update = useUpdateAccount(account.id);
  const errors = update.error instanceof ApiError ? update.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = readForm(form.current);
    const { version } = account;
    update.mutate(
      { name: fields.required("name"), endpoint: fields.text("endpoint"), version },
      {
        onSuccess: ({ name }) => {
          notifications.show({ color: "green", message: text.done(name) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog onClose={onClose} title={text.title(account.name)}>
      <form ref={form} onSubmit={submit} autoComplete="off">
        <Stack>
          <TextInput
            name="name"
            label={keys.name}
            defaultValue={account.name}
            required
            maxLength={100}
            data-autofocus
            error={errors.name}
          />
          <TextInput
            name="endpoint"
            type="url"
            label={keys.addAccount.endpoint}
            description={text.endpointHint}
            defaultValue={account.endpoint ?? undefined}
            error={errors.endpoint}
          />
          {update.error && <ProblemAlert error={update.error} />}
          <FormActions submit={text.submit} pending={update.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
