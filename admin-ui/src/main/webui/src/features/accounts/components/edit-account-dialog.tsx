import { TextInput } from "@mantine/core";
import { FormDialog } from "@/components/ui/form-dialog";
import { NameInput } from "@/components/ui/name-input";
import type { ProviderAccount } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useUpdateAccount } from "../api";

interface EditAccountDialogProps {
  of: ProviderAccount;
  onClose: () => void;
}

/** A change that somebody made meanwhile is not overwritten: the version that was read goes with it. */
export function EditAccountDialog({ of: account, onClose }: EditAccountDialogProps) {
  const { accounts, keys } = useAllStrings();
  const text = accounts.edit;
  const shown = useNames();
  const read = (form: HTMLFormElement) => {
    const fields = readForm(form);
    const { version } = account;
    return { name: fields.required("name"), endpoint: fields.text("endpoint"), version };
  };
  return (
    <FormDialog
      title={text.title(shown(account.name))}
      submit={text.submit}
      call={useUpdateAccount(account.id)}
      read={read}
      done={({ name }) => text.done(shown(name))}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <NameInput defaultValue={account.name} first error={errors.name} />
          <TextInput
            name="endpoint"
            type="url"
            label={keys.addAccount.endpoint}
            description={text.endpointHint}
            defaultValue={account.endpoint ?? undefined}
            error={errors.endpoint}
          />
        </>
      )}
    </FormDialog>
  );
}
