import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useAbandonRotation, useRemoveSchedule, useRollBack } from "../api";

interface RotationActProps {
  of: Key;
  onClose: () => void;
}

export function RollBackDialog({ of: key, onClose }: RotationActProps) {
  const { keys, rotation } = useStrings();
  const text = rotation.rollBack;
  const rollBack = useRollBack(key.id);
  return (
    <ActDialog
      title={text.title(key.name)}
      consequences={text.steps}
      reason={{ label: keys.revoke.why, hint: keys.revoke.whyHint, maxLength: 300 }}
      submit={text.action}
      call={rollBack}
      onAct={(reason) => rollBack.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

export function AbandonRotationDialog({ of: key, onClose }: RotationActProps) {
  const { keys, rotation } = useStrings();
  const text = rotation.abandon;
  const abandon = useAbandonRotation(key.id);
  return (
    <ActDialog
      title={text.title(key.name)}
      consequences={text.steps}
      reason={{
        label: keys.revoke.why,
        hint: keys.revoke.abandon.whyHint,
        required: true,
        maxLength: 300,
      }}
      confirm={{ label: keys.revoke.type(key.name), name: key.name }}
      submit={text.action}
      danger
      call={abandon}
      onAct={(reason = "") => abandon.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

export function RemoveScheduleDialog({ of: key, onClose }: RotationActProps) {
  const { rotation } = useStrings();
  const text = rotation.unschedule;
  const removal = useRemoveSchedule(key.id);
  const onSuccess = () => {
    announceDone(text.done(key.name));
    onClose();
  };
  return (
    <ActDialog
      title={text.title(key.name)}
      consequences={text.steps}
      submit={text.action}
      call={removal}
      onAct={() => removal.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
