import { ActDialog } from "@/components/ui/act-dialog";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { providerName } from "@/lib/providers";
import { useSwitchAtProvider } from "../provider-api";

interface SwitchThereDialogProps {
  of: Key;
  act: "disable" | "enable";
  onClose: () => void;
}

/** Off here and there, or on there and here: in the order in which no request fails for want of it. */
export function SwitchThereDialog({ of: key, act, onClose }: SwitchThereDialogProps) {
  const { keysThere } = useAllStrings();
  const text = keysThere[act];
  const shown = useNames();
  const name = shown(key.name);
  return (
    <ActDialog
      title={text.title(name, providerName(key.provider))}
      consequences={text.steps}
      submit={text.action}
      call={useSwitchAtProvider(key.id, act)}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}
