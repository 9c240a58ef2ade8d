import { TextInput } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { Domain } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useUpdateDomain } from "../api";
import { updateDomainOf } from "../domain-form";
import { CaptureInput } from "./capture-input";

export function EditDomainDialog({ of: domain, onClose }: { of: Domain; onClose: () => void }) {
  const { domains } = useStrings();
  const text = domains.edit;
  const update = useUpdateDomain(domain.id);
  const errors = fieldErrorsOf(update.error);
  const onSuccess = ({ name }: Domain) => {
    announceDone(text.done(name));
    onClose();
  };
  return (
    <FormDialog
      title={text.title(domain.name)}
      submit={text.submit}
      call={update}
      onSubmit={(form) => update.mutate(updateDomainOf(form), { onSuccess })}
      onClose={onClose}
    >
      <CaptureInput defaultValue={domain.capture} error={errors.capture} />
      <TextInput
        name="tags"
        label={domains.tags}
        description={domains.tagsHint}
        defaultValue={domain.tags.join(", ")}
        error={errors.tags}
      />
    </FormDialog>
  );
}
