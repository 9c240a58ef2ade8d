import { Stack } from "@mantine/core";
import { useRef, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { SecretInput } from "@/components/ui/secret-input";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { useFindKey } from "../api";

interface FindKeyDialogProps {
  onFound: (id: string) => void;
  onClose: () => void;
}

/** For whoever has a leaked secret and must know whose it is. */
export function FindKeyDialog({ onFound, onClose }: FindKeyDialogProps) {
  const { keys, keyActs } = useStrings();
  const text = keyActs.find;
  const form = useRef<HTMLFormElement>(null);
  const find = useFindKey(() => readForm(form.current).required("secret"));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    find.mutate(undefined, { onSuccess: ({ id }) => onFound(id) });
  };
  return (
    <Dialog onClose={onClose} title={text.title}>
      <form ref={form} onSubmit={submit} autoComplete="off">
        <Stack>
          <SecretInput
            name="secret"
            label={keys.secret}
            description={text.hint}
            required
            data-autofocus
          />
          {find.error && <ProblemAlert error={find.error} />}
          <FormActions submit={text.submit} pending={find.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
