import { useRef } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
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
  return (
    <FormDialog
      ref={form}
      title={text.title}
      submit={text.submit}
      call={find}
      onSubmit={() => find.mutate(undefined, { onSuccess: ({ id }) => onFound(id) })}
      onClose={onClose}
    >
      <SecretInput
        name="secret"
        label={keys.secret}
        description={text.hint}
        required
        data-autofocus
      />
    </FormDialog>
  );
}
