import { Dialog } from "@/components/ui/dialog";
import { useState } from "react";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { AddKeyForm } from "./add-key-form";
import { KeyAdded } from "./key-added";

interface AddKeyDialogProps {
  onClose: () => void;
  onAddAccount: () => void;
}

/** Asks for a key, then says what the check at the provider and the binding came to. */
export function AddKeyDialog({ onClose, onAddAccount }: AddKeyDialogProps) {
  const { keys } = useAllStrings();
  const [added, setAdded] = useState<Key>();
  return (
    <Dialog onClose={onClose} title={keys.add.title}>
      {added ? (
        <KeyAdded of={added} onAnother={() => setAdded(undefined)} onClose={onClose} />
      ) : (
        <AddKeyForm onAdded={setAdded} onCancel={onClose} onAddAccount={onAddAccount} />
      )}
    </Dialog>
  );
}
