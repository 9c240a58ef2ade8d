import { ActDialog } from "@/components/ui/act-dialog";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useActOnKey } from "../api";
import type { KeyAct } from "../key-acts";

interface KeyActDialogProps {
  of: Key;
  act: KeyAct;
  onClose: () => void;
}

/** What disabling, enabling or retiring a key means, and why it is done. */
export function KeyActDialog({ of: key, act, onClose }: KeyActDialogProps) {
  const { keyActs } = useAllStrings();
  const text = keyActs[act];
  const shown = useNames();
  const name = shown(key.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      reason={keyActs.reason}
      submit={text.action}
      call={useActOnKey(key.id, act)}
      send={(reason) => reason}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}
