import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { announceDone } from "@/components/ui/announce";
import { EmptyState } from "@/components/ui/empty-state";
import { Dialog } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { InstantInput } from "@/components/ui/instant-input";
import { Loaded } from "@/components/ui/loaded";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { Limit } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { toWallClock } from "@/lib/time";
import { useLimits, useRaiseLimit, type Limited } from "../api";
import { raiseOf } from "../limits-form";

const DAY = 24 * 60 * 60_000;

interface RaiseDialogProps {
  of: Limited;
  /** What people call it. */
  name: string;
  onClose: () => void;
}

/** More than a limit allows, for a time, and who allowed it. */
export function RaiseDialog(props: RaiseDialogProps) {
  const { limits } = useStrings();
  const query = useLimits(props.of);
  return (
    <Loaded query={query}>
      {({ limits: set }) =>
        set.length > 0 ? (
          <RaiseForm set={set} {...props} />
        ) : (
          <Dialog title={limits.raise.title(props.name)} onClose={props.onClose}>
            <EmptyState {...limits.raise.nothing} />
          </Dialog>
        )
      }
    </Loaded>
  );
}

function RaiseForm({ of, name, set, onClose }: RaiseDialogProps & { set: Limit[] }) {
  const { keys, limits } = useStrings();
  const text = limits.raise;
  const raise = useRaiseLimit(of);
  const errors = fieldErrorsOf(raise.error);
  const [tomorrow] = useState(() => toWallClock(Date.now() + DAY));
  const onSuccess = () => {
    announceDone(text.done(name));
    onClose();
  };
  return (
    <FormDialog
      title={text.title(name)}
      submit={text.submit}
      call={raise}
      onSubmit={(form) => raise.mutate(raiseOf(form), { onSuccess })}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          name="period"
          label={text.period}
          required
          allowDeselect={false}
          defaultValue={set[0]?.period}
          data={set.map(({ period }) => ({ value: period, label: keys.period[period] }))}
        />
        <AmountInput name="amount" label={text.amount} required first />
      </SimpleGrid>
      <TextInput name="reason" label={text.reason} required maxLength={500} error={errors.reason} />
      <TextInput
        name="approver"
        label={text.approver}
        description={text.approverHint}
        required
        maxLength={200}
        error={errors.approver}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <InstantInput
          name="starts_at"
          label={text.starts}
          description={text.startsHint}
          error={errors.starts_at}
        />
        <InstantInput
          name="ends_at"
          label={text.ends}
          description={text.endsHint}
          required
          defaultValue={tomorrow}
          error={errors.ends_at}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
