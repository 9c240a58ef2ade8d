import { TextInput } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { Loaded } from "@/components/ui/loaded";
import { ZoneInput } from "@/components/ui/zone-input";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { Key, RotationSchedule } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { browserZone } from "@/lib/zone";
import { useSchedule, useSetSchedule } from "../api";
import { hoursOf, scheduleOf } from "../rotation";
import { OverlapInput } from "./overlap-input";

/** At three in the night on the first of each month. */
const USUAL_CRON = "0 3 1 * *";

interface ScheduleDialogProps {
  of: Key;
  onClose: () => void;
}

export function ScheduleDialog(props: ScheduleDialogProps) {
  const schedule = useSchedule(props.of.id);
  return <Loaded query={schedule}>{(set) => <ScheduleForm set={set} {...props} />}</Loaded>;
}

function ScheduleForm({
  of: key,
  set,
  onClose,
}: ScheduleDialogProps & { set: RotationSchedule | null }) {
  const { rotation } = useStrings();
  const text = rotation.schedule;
  const save = useSetSchedule(key.id);
  const errors = fieldErrorsOf(save.error);
  const onSuccess = () => {
    announceDone(text.done(key.name));
    onClose();
  };
  return (
    <FormDialog
      title={text.title(key.name)}
      submit={text.submit}
      call={save}
      onSubmit={(form) => save.mutate(scheduleOf(form), { onSuccess })}
      onClose={onClose}
    >
      <TextInput
        name="cron"
        label={text.cron}
        description={text.cronHint}
        required
        maxLength={100}
        defaultValue={set?.cron ?? USUAL_CRON}
        data-autofocus
        error={errors.cron}
      />
      <ZoneInput name="zone" label={text.zone} defaultValue={set?.zone ?? browserZone} />
      <OverlapInput hours={set ? hoursOf(set.overlap_seconds) : undefined} />
    </FormDialog>
  );
}
