import { TextInput } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { fieldErrorsOf } from "@/lib/api/problem";
import { useStrings } from "@/lib/i18n";
import { useAddDomain } from "../api";
import { addDomainOf } from "../domain-form";
import { CaptureInput } from "./capture-input";

export function AddDomainDialog({ onClose }: { onClose: () => void }) {
  const { domains } = useStrings();
  const text = domains.add;
  const add = useAddDomain();
  const errors = fieldErrorsOf(add.error);
  const onSuccess = ({ name }: { name: string }) => {
    announceDone(text.done(name));
    onClose();
  };
  return (
    <FormDialog
      title={text.title}
      submit={text.submit}
      call={add}
      onSubmit={(form) => add.mutate(addDomainOf(form), { onSuccess })}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label={domains.name}
        description={domains.nameHint}
        required
        maxLength={200}
        data-autofocus
        error={errors.name}
      />
      <CaptureInput error={errors.capture} />
      <TextInput
        name="tags"
        label={domains.tags}
        description={domains.tagsHint}
        error={errors.tags}
      />
    </FormDialog>
  );
}
