import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Raise } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useEndRaise, type Limited } from "../api";

interface EndRaiseDialogProps {
  of: Limited;
  raise: Raise;
  onClose: () => void;
}

export function EndRaiseDialog({ of, raise, onClose }: EndRaiseDialogProps) {
  const { limits } = useStrings();
  const text = limits.end;
  const end = useEndRaise(of, raise.id);
  const onSuccess = () => {
    announceDone(text.done);
    onClose();
  };
  return (
    <ActDialog
      title={text.title}
      consequences={text.steps}
      submit={text.action}
      call={end}
      onAct={() => end.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
