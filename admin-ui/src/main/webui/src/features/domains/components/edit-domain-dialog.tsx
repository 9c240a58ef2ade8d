import { Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { ApiError } from "@/lib/api/problem";
import type { Domain } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useUpdateDomain } from "../api";
import { updateDomainOf } from "../domain-form";
import { CaptureInput } from "./capture-input";

export function EditDomainDialog({ of: domain, onClose }: { of: Domain; onClose: () => void }) {
  const { domains } = useStrings();
  const text = domains.edit;
  const form = useRef<HTMLFormElement>(null);
  const update = useUpdateDomain(domain.id);
  const errors = update.error instanceof ApiError ? update.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    update.mutate(updateDomainOf(form.current), {
      onSuccess: ({ name }) => {
        notifications.show({ color: "green", message: text.done(name) });
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={text.title(domain.name)}>
      <form ref={form} onSubmit={submit} autoComplete="off">
        <Stack>
          <CaptureInput defaultValue={domain.capture} error={errors.capture} />
          <TextInput
            name="tags"
            label={domains.tags}
            description={domains.tagsHint}
            defaultValue={domain.tags.join(", ")}
            error={errors.tags}
          />
          {update.error && <ProblemAlert error={update.error} />}
          <FormActions submit={text.submit} pending={update.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
