import type { KeyState, ReplaceSecret, Rotation, SetRotationSchedule } from "@/lib/api/types";
import { readForm } from "@/lib/form";

const WATCHED = 1_000;
const WAITING = 5_000;
const HOUR = 3_600;
/** A key is rotated again as a matter of course a day after its secret was made. */
export const USUAL_OVERLAP = "24";

/** What ends, or is only there for the record, gets no other secret. */
export function canBeRotated(state: KeyState): boolean {
  return state === "active" || state === "disabled";
}

export function isUnderWay(rotation: Rotation | null | undefined): rotation is Rotation {
  return rotation != null && rotation.state !== "rotated" && rotation.state !== "rolled_back";
}

/** Often while it moves, seldom while it waits for a deadline, somebody or something, no more once it is over. */
export function pollOf(rotation: Rotation | null | undefined): number | false {
  if (!isUnderWay(rotation)) {
    return false;
  }
  const drains = rotation.steps.some(({ step, state }) => step === "drain" && state === "running");
  return rotation.state === "running" && !drains ? WATCHED : WAITING;
}

/** Whether what is waited for is proof of a secret's death, which an admin may do without. */
export function canBeAbandoned({ state, steps }: Rotation): boolean {
  const waits = state === "stuck" || state === "awaiting_manual";
  const at = steps.find(({ state }) => state !== "done");
  return waits && (at?.step === "revoke" || at?.step === "confirm");
}

export function overlapOf(form: ReturnType<typeof readForm>): number | undefined {
  const hours = form.text("overlap_hours");
  return hours === undefined ? undefined : Number(hours) * HOUR;
}

export function hoursOf(seconds: number): string {
  return String(Math.round(seconds / HOUR));
}

export function replaceSecretOf(element: HTMLFormElement | null): ReplaceSecret {
  const form = readForm(element);
  return {
    secret: form.required("secret"),
    provider_key_id: form.text("provider_key_id"),
    revoke_old: form.checked("revoke_old"),
    force: form.checked("force"),
    overlap_seconds: overlapOf(form),
    reason: form.text("reason"),
  };
}

export function scheduleOf(element: HTMLFormElement): SetRotationSchedule {
  const form = readForm(element);
  return {
    cron: form.required("cron"),
    zone: form.required("zone"),
    overlap_seconds: overlapOf(form),
  };
}
