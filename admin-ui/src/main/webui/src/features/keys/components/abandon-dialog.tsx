import { ActDialog } from "@/components/ui/act-dialog";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useAbandonRevocation } from "../api";

interface AbandonDialogProps {
  of: Key;
  /** Given up; what is left of it goes on as steps. */
  onAbandoned: () => void;
  onClose: () => void;
}

/** An admin takes it upon themselves that a key is dead, or may live on. */
export function AbandonDialog({ of: key, onAbandoned, onClose }: AbandonDialogProps) {
  const { keys } = useStrings();
  const text = keys.revoke.abandon;
  const abandon = useAbandonRevocation(key.id);
  return (
    <ActDialog
      title={text.title(key.name)}
      consequences={text.steps}
      reason={{ label: keys.revoke.why, hint: text.whyHint, required: true, maxLength: 300 }}
      confirm={{ label: keys.revoke.type(key.name), name: key.name }}
      submit={text.action}
      danger
      call={abandon}
      onAct={(reason = "") => abandon.mutate(reason, { onSuccess: onAbandoned })}
      onClose={onClose}
    />
  );
}
