import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { providerName } from "@/lib/providers";
import { useSwitchAtProvider } from "../provider-api";

interface SwitchThereDialogProps {
  of: Key;
  act: "disable" | "enable";
  onClose: () => void;
}

/** Off here and there, or on there and here: in the order in which no request fails for want of it. */
export function SwitchThereDialog({ of: key, act, onClose }: SwitchThereDialogProps) {
  const { keysThere } = useStrings();
  const text = keysThere[act];
  const turn = useSwitchAtProvider(key.id, act);
  const onSuccess = () => {
    announceDone(text.done(key.name));
    onClose();
  };
  return (
    <ActDialog
      title={text.title(key.name, providerName(key.provider))}
      consequences={text.steps}
      submit={text.action}
      call={turn}
      onAct={() => turn.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
