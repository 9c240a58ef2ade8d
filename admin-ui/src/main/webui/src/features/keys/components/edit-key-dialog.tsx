import { TextInput } from "@mantine/core";
import { FormDialog } from "@/components/ui/form-dialog";
import { NameInput } from "@/components/ui/name-input";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useUpdateKey } from "../api";
import { updateKeyOf } from "../edit-key-form";
import { DirectInput } from "./direct-input";

/** A change that somebody made meanwhile is not overwritten: the version that was read goes with it. */
export function EditKeyDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys, keyActs } = useAllStrings();
  const text = keyActs.edit;
  const shown = useNames();
  return (
    <FormDialog
      title={text.title(shown(key.name))}
      submit={text.submit}
      call={useUpdateKey(key.id)}
      read={(form) => updateKeyOf(form, key.version)}
      done={({ name }) => text.done(shown(name))}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <NameInput defaultValue={key.name} first error={errors.name} />
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
          <DirectInput allowed={key.direct_allowed} rotates={key.rotate_after_direct} />
        </>
      )}
    </FormDialog>
  );
}
