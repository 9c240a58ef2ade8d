import { TextInput } from "@mantine/core";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import { ZoneInput } from "@/components/ui/zone-input";
import type { Key, RotationSchedule } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
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
  const { rotation } = useAllStrings();
  const shown = useNames();
  const schedule = useSchedule(props.of.id);
  return (
    <Dialog title={rotation.schedule.title(shown(props.of.name))} onClose={props.onClose}>
      <Loaded query={schedule} height={260}>
        {(set) => <ScheduleForm set={set} {...props} />}
      </Loaded>
    </Dialog>
  );
}

interface ScheduleFormProps extends ScheduleDialogProps {
  set: RotationSchedule | null;
}

function ScheduleForm({ of: key, set, onClose }: ScheduleFormProps) {
  const { rotation } = useAllStrings();
  const text = rotation.schedule;
  const shown = useNames();
  return (
    <Form
      submit={text.submit}
      call={useSetSchedule(key.id)}
      read={scheduleOf}
      done={() => text.done(shown(key.name))}
      onDone={onClose}
      onCancel={onClose}
    >
      {(errors) => (
        <>
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
        </>
      )}
    </Form>
  );
}
