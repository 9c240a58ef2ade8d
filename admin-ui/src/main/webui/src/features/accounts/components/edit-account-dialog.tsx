import { TextInput } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { fieldErrorsOf } from "@/lib/api/problem";
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
  const update = useUpdateAccount(account.id);
  const errors = fieldErrorsOf(update.error);
  const onSuccess = ({ name }: ProviderAccount) => {
    announceDone(text.done(name));
    onClose();
  };
  const submit = (form: HTMLFormElement) => {
    const fields = readForm(form);
    const { version } = account;
    update.mutate(
      { name: fields.required("name"), endpoint: fields.text("endpoint"), version },
      { onSuccess },
    );
  };
  return (
    <FormDialog
      title={text.title(account.name)}
      submit={text.submit}
      call={update}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
