import { Dialog } from "@/components/ui/dialog";
import { useState } from "react";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { AddKeyForm } from "./add-key-form";
import { KeyAdded } from "./key-added";

interface AddKeyDialogProps {
  opened: boolean;
  onClose: () => void;
  onAddAccount: () => void;
}

/** Asks for a key, then says what the check at the provider and the binding came to. */
export function AddKeyDialog({ opened, onClose, onAddAccount }: AddKeyDialogProps) {
  const { keys } = useStrings();
  const [added, setAdded] = useState<Key>();
  const close = () => {
    setAdded(undefined);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={keys.add.title}>
      {added ? (
        <KeyAdded of={added} onAnother={() => setAdded(undefined)} onClose={close} />
      ) : (
        <AddKeyForm onAdded={setAdded} onCancel={close} onAddAccount={onAddAccount} />
      )}
    </Dialog>
  );
}
