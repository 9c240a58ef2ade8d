import { TextInput } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useUpdateKey } from "../api";
import { updateKeyOf } from "../edit-key-form";

/** A change that somebody made meanwhile is not overwritten: the version that was read goes with it. */
export function EditKeyDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys, keyActs } = useStrings();
  const text = keyActs.edit;
  const update = useUpdateKey(key.id);
  const errors = fieldErrorsOf(update.error);
  const onSuccess = ({ name }: Key) => {
    announceDone(text.done(name));
    onClose();
  };
  return (
    <FormDialog
      title={text.title(key.name)}
      submit={text.submit}
      call={update}
      onSubmit={(form) => update.mutate(updateKeyOf(form, key.version), { onSuccess })}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label={keys.name}
        defaultValue={key.name}
        required
        maxLength={100}
        data-autofocus
        error={errors.name}
      />
      <TextInput
        name="label"
        label={keyActs.label}
        description={text.labelHint}
        defaultValue={key.label ?? undefined}
        maxLength={200}
        error={errors.label}
      />
      <TextInput
        name="tags"
        label={keys.tags}
        description={keys.add.tagsHint}
        defaultValue={key.tags.join(", ")}
        error={errors.tags}
      />
      <TextInput
        name="models"
        label={keys.models}
        description={keys.add.modelsHint}
        defaultValue={key.models.join(", ")}
        error={errors.models}
      />
    </FormDialog>
  );
}
