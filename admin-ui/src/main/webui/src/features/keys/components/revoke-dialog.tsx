import { Dialog } from "@/components/ui/dialog";
import { useState } from "react";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { hasRevocation } from "../revocation";
import { RevocationPlan } from "./revocation-plan";
import { RevocationProgress } from "./revocation-progress";

interface RevokeDialogProps {
  of: Key;
  onAbandon: () => void;
  onClose: () => void;
}

/** Before: what would happen. From then on: the same steps as they happen, however often it is opened. */
export function RevokeDialog({ of: key, onAbandon, onClose }: RevokeDialogProps) {
  const { keys } = useAllStrings();
  const shown = useNames();
  const [ordered, setOrdered] = useState(false);
  return (
    <Dialog onClose={onClose} title={keys.revoke.title(shown(key.name))}>
      {ordered || hasRevocation(key.state) ? (
        <RevocationProgress of={key} onAbandon={onAbandon} onClose={onClose} />
      ) : (
        <RevocationPlan of={key} onClose={onClose} onOrdered={() => setOrdered(true)} />
      )}
    </Dialog>
  );
}
