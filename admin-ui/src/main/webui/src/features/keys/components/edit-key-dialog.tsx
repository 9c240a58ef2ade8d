import { Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { ApiError } from "@/lib/api/problem";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useUpdateKey } from "../api";
import { updateKeyOf } from "../edit-key-form";

/** A change that somebody made meanwhile is not overwritten: the version that was read goes with it. */
export function EditKeyDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys, keyActs } = useStrings();
  const text = keyActs.edit;
  const form = useRef<HTMLFormElement>(null);
  const update = useUpdateKey(key.id);
  const errors = update.error instanceof ApiError ? update.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    update.mutate(updateKeyOf(form.current, key.version), {
      onSuccess: ({ name }) => {
        notifications.show({ color: "green", message: text.done(name) });
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={text.title(key.name)}>
      <form ref={form} onSubmit={submit} autoComplete="off">
        <Stack>
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
          {update.error && <ProblemAlert error={update.error} />}
          <FormActions submit={text.submit} pending={update.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
