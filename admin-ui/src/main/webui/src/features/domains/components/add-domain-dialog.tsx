import { Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { ApiError } from "@/lib/api/problem";
import { useStrings } from "@/lib/i18n";
import { useAddDomain } from "../api";
import { addDomainOf } from "../domain-form";
import { CaptureInput } from "./capture-input";

export function AddDomainDialog({ onClose }: { onClose: () => void }) {
  const { domains } = useStrings();
  const text = domains.add;
  const form = useRef<HTMLFormElement>(null);
  const add = useAddDomain();
  const errors = add.error instanceof ApiError ? add.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate(addDomainOf(form.current), {
      onSuccess: ({ name }) => {
        notifications.show({ color: "green", message: text.done(name) });
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={text.title}>
      <form ref={form} onSubmit={submit} autoComplete="off">
        <Stack>
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
          {add.error && <ProblemAlert error={add.error} />}
          <FormActions submit={text.submit} pending={add.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
