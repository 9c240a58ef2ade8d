import { ActDialog } from "@/components/ui/act-dialog";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useAbandonRevocation } from "../api";

interface AbandonDialogProps {
  of: Key;
  /** Given up; what is left of it goes on as steps. */
  onAbandoned: () => void;
  onClose: () => void;
}

/** An admin takes it upon themselves that a key is dead, or may live on. */
export function AbandonDialog({ of: key, onAbandoned, onClose }: AbandonDialogProps) {
  const { keys } = useAllStrings();
  const text = keys.revoke.abandon;
  const shown = useNames();
  return (
    <ActDialog
      title={text.title(shown(key.name))}
      consequences={text.steps}
      reason={{ label: keys.revoke.why, hint: text.whyHint, required: true, maxLength: 300 }}
      confirm={{ label: keys.revoke.type, name: key.name }}
      submit={text.action}
      danger
      call={useAbandonRevocation(key.id)}
      send={(reason = "") => reason}
      onDone={onAbandoned}
      onClose={onClose}
    />
  );
}
