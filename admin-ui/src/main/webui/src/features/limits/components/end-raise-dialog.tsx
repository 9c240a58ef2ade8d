import { ActDialog } from "@/components/ui/act-dialog";
import type { Raise } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useEndRaise, type Limited } from "../api";

interface EndRaiseDialogProps {
  of: Limited;
  raise: Raise;
  onClose: () => void;
}

export function EndRaiseDialog({ of, raise, onClose }: EndRaiseDialogProps) {
  const { limits } = useAllStrings();
  const text = limits.end;
  return (
    <ActDialog
      title={text.title}
      consequences={text.steps}
      submit={text.action}
      call={useEndRaise(of, raise.id)}
      send={() => undefined}
      done={() => text.done}
      onClose={onClose}
    />
  );
}
