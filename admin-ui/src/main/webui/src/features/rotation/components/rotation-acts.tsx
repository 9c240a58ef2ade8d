import { ActDialog } from "@/components/ui/act-dialog";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useAbandonRotation, useRemoveSchedule, useRollBack } from "../api";

interface RotationActProps {
  of: Key;
  /** It goes on as steps. */
  onOrdered: () => void;
  onClose: () => void;
}

export function RollBackDialog({ of: key, onOrdered, onClose }: RotationActProps) {
  const { keys, rotation } = useAllStrings();
  const text = rotation.rollBack;
  const shown = useNames();
  return (
    <ActDialog
      title={text.title(shown(key.name))}
      consequences={text.steps}
      reason={{ label: keys.revoke.why, hint: keys.revoke.whyHint, maxLength: 300 }}
      submit={text.action}
      call={useRollBack(key.id)}
      send={(reason) => reason}
      onDone={onOrdered}
      onClose={onClose}
    />
  );
}

export function AbandonRotationDialog({ of: key, onOrdered, onClose }: RotationActProps) {
  const { keys, rotation } = useAllStrings();
  const text = rotation.abandon;
  const shown = useNames();
  return (
    <ActDialog
      title={text.title(shown(key.name))}
      consequences={text.steps}
      reason={{
        label: keys.revoke.why,
        hint: keys.revoke.abandon.whyHint,
        required: true,
        maxLength: 300,
      }}
      confirm={{ label: keys.revoke.type, name: key.name }}
      submit={text.action}
      danger
      call={useAbandonRotation(key.id)}
      send={(reason = "") => reason}
      onDone={onOrdered}
      onClose={onClose}
    />
  );
}

export function RemoveScheduleDialog({ of: key, onClose }: Omit<RotationActProps, "onOrdered">) {
  const { rotation } = useAllStrings();
  const text = rotation.unschedule;
  const shown = useNames();
  const name = shown(key.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      submit={text.action}
      call={useRemoveSchedule(key.id)}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}
