import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { EmptyState } from "@/components/ui/empty-state";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { InstantInput } from "@/components/ui/instant-input";
import { Loaded } from "@/components/ui/loaded";
import type { Limit } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
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
  const { limits } = useAllStrings();
  const shown = useNames();
  const query = useLimits(props.of);
  return (
    <Dialog title={limits.raise.title(shown(props.name))} onClose={props.onClose}>
      <Loaded query={query} height={360}>
        {({ limits: set }) =>
          set.length > 0 ? (
            <RaiseForm set={set} {...props} />
          ) : (
            <EmptyState {...limits.raise.nothing} />
          )
        }
      </Loaded>
    </Dialog>
  );
}

function RaiseForm({ of, name, set, onClose }: RaiseDialogProps & { set: Limit[] }) {
  const { keys, limits } = useAllStrings();
  const text = limits.raise;
  const shown = useNames();
  const [tomorrow] = useState(() => toWallClock(Date.now() + DAY));
  return (
    <Form
      submit={text.submit}
      call={useRaiseLimit(of)}
      read={raiseOf}
      done={() => text.done(shown(name))}
      onDone={onClose}
      onCancel={onClose}
    >
      {(errors) => (
        <>
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
          <TextInput
            name="reason"
            label={text.reason}
            required
            maxLength={500}
            error={errors.reason}
          />
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
        </>
      )}
    </Form>
  );
}
