import { RaiseDialog } from "@/features/limits/components/raise-dialog";
import { SetLimitsDialog } from "@/features/limits/components/set-limits-dialog";
import { ReplaceSecretDialog } from "@/features/rotation/components/replace-secret-dialog";
import { RotateDialog } from "@/features/rotation/components/rotate-dialog";
import {
  AbandonRotationDialog,
  RemoveScheduleDialog,
  RollBackDialog,
} from "@/features/rotation/components/rotation-acts";
import { ScheduleDialog } from "@/features/rotation/components/schedule-dialog";
import type { Key } from "@/lib/api/types";
import type { KeyAction } from "@/routes/keys";
import { AbandonDialog } from "./abandon-dialog";
import { KeyActDialog } from "./act-dialog";
import { BindDialog } from "./bind-dialog";
import { EditKeyDialog } from "./edit-key-dialog";
import { LeaveSourceDialog } from "./leave-source-dialog";
import { LimitThereDialog } from "./limit-there-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { SwitchThereDialog } from "./switch-there-dialog";

interface KeyDialogsProps {
  of: Key;
  action: KeyAction;
  onAct: (action: KeyAction) => void;
}

/** The dialog that is open over a key. */
export function KeyDialogs({ of: key, action, onAct }: KeyDialogsProps) {
  const dialog = { of: key, onClose: () => onAct(undefined) };
  const toRotation = () => onAct("rotation");
  const limited = { ...dialog, of: { scope: "key", scope_id: key.id } as const, name: key.name };
  switch (action) {
    case "bind":
      return <BindDialog {...dialog} />;
    case "edit":
      return <EditKeyDialog {...dialog} />;
    case "disable":
    case "enable":
    case "retire":
      return <KeyActDialog act={action} {...dialog} />;
    case "limits":
      return <SetLimitsDialog {...limited} />;
    case "raise":
      return <RaiseDialog {...limited} />;
    case "limit-there":
      return <LimitThereDialog {...dialog} />;
    case "disable-there":
      return <SwitchThereDialog act="disable" {...dialog} />;
    case "enable-there":
      return <SwitchThereDialog act="enable" {...dialog} />;
    case "rotate":
    case "rotation":
      return <RotateDialog begun={action === "rotation"} onAct={onAct} {...dialog} />;
    case "replace-secret":
      return <ReplaceSecretDialog onOrdered={toRotation} {...dialog} />;
    case "leave-source":
      return <LeaveSourceDialog {...dialog} />;
    case "roll-back":
      return <RollBackDialog onOrdered={toRotation} {...dialog} />;
    case "abandon-rotation":
      return <AbandonRotationDialog onOrdered={toRotation} {...dialog} />;
    case "schedule":
      return <ScheduleDialog {...dialog} />;
    case "unschedule":
      return <RemoveScheduleDialog {...dialog} />;
    case "revoke":
      return <RevokeDialog onAbandon={() => onAct("abandon")} {...dialog} />;
    case "abandon":
      return <AbandonDialog onAbandoned={() => onAct("revoke")} {...dialog} />;
    default:
      return null;
  }
}
