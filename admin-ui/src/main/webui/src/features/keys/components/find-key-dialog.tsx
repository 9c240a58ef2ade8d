import { useRef } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { SecretInput } from "@/components/ui/secret-input";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useFindKey } from "../api";

interface FindKeyDialogProps {
  onFound: (id: string) => void;
  onClose: () => void;
}

/** For whoever has a leaked secret and must know whose it is. */
export function FindKeyDialog({ onFound, onClose }: FindKeyDialogProps) {
  const { keys, keyActs } = useAllStrings();
  const text = keyActs.find;
  const form = useRef<HTMLFormElement>(null);
  return (
    <FormDialog
      ref={form}
      title={text.title}
      submit={text.submit}
      call={useFindKey(() => readForm(form.current).required("secret"))}
      read={() => undefined}
      onDone={({ id }) => onFound(id)}
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
