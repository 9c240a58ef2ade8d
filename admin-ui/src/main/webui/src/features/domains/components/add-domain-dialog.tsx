import { TextInput } from "@mantine/core";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useAddDomain } from "../api";
import { addDomainOf } from "../domain-form";
import { DomainFields } from "./domain-fields";

export function AddDomainDialog({ onClose }: { onClose: () => void }) {
  const { domains } = useAllStrings();
  const text = domains.add;
  const shown = useNames();
  return (
    <FormDialog
      title={text.title}
      submit={text.submit}
      call={useAddDomain()}
      read={addDomainOf}
      done={({ name }) => text.done(shown(name))}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <TextInput
            name="name"
            label={domains.name}
            description={domains.nameHint}
            required
            maxLength={200}
            data-autofocus
            error={errors.name}
          />
          <DomainFields errors={errors} />
        </>
      )}
    </FormDialog>
  );
}
