import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { CreateKeyForm, type CreateKeyFormProps } from "./create-key-form";
import { KeyAdded } from "./key-added";

interface CreateKeyDialogProps extends Pick<CreateKeyFormProps, "onAddAccount" | "onAddKey"> {
  onClose: () => void;
}

/** Has the provider make a key, then says what came of it. */
export function CreateKeyDialog({ onClose, ...rest }: CreateKeyDialogProps) {
  const { keysThere } = useAllStrings();
  const [made, setMade] = useState<Key>();
  return (
    <Dialog onClose={onClose} title={keysThere.create.title}>
      {made ? (
        <KeyAdded of={made} made onAnother={() => setMade(undefined)} onClose={onClose} />
      ) : (
        <CreateKeyForm onMade={setMade} onCancel={onClose} {...rest} />
      )}
    </Dialog>
  );
}
