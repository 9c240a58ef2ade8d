import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useActOnKey } from "../api";
import type { KeyAct } from "../key-acts";

interface KeyActDialogProps {
  of: Key;
  act: KeyAct;
  onClose: () => void;
}

/** What disabling, enabling or retiring a key means, and why it is done. */
export function KeyActDialog({ of: key, act, onClose }: KeyActDialogProps) {
  const { keyActs } = useStrings();
  const text = keyActs[act];
  const acting = useActOnKey(key.id, act);
  const onSuccess = () => {
    announceDone(text.done(key.name));
    onClose();
  };
  return (
    <ActDialog
      title={text.title(key.name)}
      consequences={text.steps}
      reason={keyActs.reason}
      submit={text.action}
      call={acting}
      onAct={(reason) => acting.mutate(reason, { onSuccess })}
      onClose={onClose}
    />
  );
}
