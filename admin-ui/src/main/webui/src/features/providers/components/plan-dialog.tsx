import {
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  SegmentedControl,
  Stack,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import type { AccountStatus, PollPlan } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { providerName } from "@/lib/providers";
import { usePlan, useSetPlan, type PlanOf } from "../api";
import { minutesOf, PARTS, planChoiceOf } from "../plan";

interface PlanDialogProps {
  of: AccountStatus;
  onClose: () => void;
}

/** What is asked of an account's provider, how often and how far back; here, or for all its accounts. */
export function PlanDialog({ of: account, onClose }: PlanDialogProps) {
  const { providers } = useAllStrings();
  const text = providers.plan;
  const shown = useNames();
  const [wide, setWide] = useState(false);
  const of: PlanOf = wide ? { provider: account.provider } : { account: account.account_id };
  const plan = usePlan(of);
  return (
    <Dialog title={text.title(shown(account.name))} onClose={onClose}>
      <Stack>
        <SegmentedControl
          aria-label={text.whose}
          size="xs"
          value={wide ? "provider" : "account"}
          data={[
            { value: "account", label: text.thisAccount },
            { value: "provider", label: text.allOf(providerName(account.provider)) },
          ]}
          onChange={(chosen) => setWide(chosen === "provider")}
        />
        <Loaded query={plan} height={320}>
          {(known) => <PlanForm key={String(wide)} of={of} plan={known} onClose={onClose} />}
        </Loaded>
      </Stack>
    </Dialog>
  );
}

interface PlanFormProps {
  of: PlanOf;
  plan: PollPlan;
  onClose: () => void;
}

function PlanForm({ of, plan: { chosen, in_force }, onClose }: PlanFormProps) {
  const { providers } = useAllStrings();
  const text = providers.plan;
  const [all, setAll] = useState(chosen.parts == null);
  const asked = chosen.parts ?? in_force.parts;
  return (
    <Form
      submit={text.submit}
      call={useSetPlan(of)}
      read={planChoiceOf}
      done={() => text.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {(errors) => (
        <>
          <TextInput
            name="interval"
            type="number"
            min={1}
            max={1440}
            step="any"
            label={text.interval}
            description={text.intervalHint}
            placeholder={text.otherwise(minutesOf(in_force.interval) ?? in_force.interval)}
            defaultValue={minutesOf(chosen.interval) ?? ""}
            error={errors.interval}
            data-autofocus
          />
          <TextInput
            name="backfill_days"
            type="number"
            min={0}
            max={90}
            label={text.backfill}
            description={text.backfillHint}
            placeholder={text.otherwise(in_force.backfill_days)}
            defaultValue={chosen.backfill_days ?? ""}
            error={errors.backfill_days}
          />
          <NativeSelect
            name="bucket"
            label={text.bucket}
            description={text.bucketHint}
            defaultValue={chosen.bucket ?? ""}
            error={errors.bucket}
            data={[
              {
                value: "",
                label: chosen.bucket ? text.left : text.otherwise(text.buckets[in_force.bucket]),
              },
              ...(["minute", "hour", "day"] as const).map((bucket) => ({
                value: bucket,
                label: text.buckets[bucket],
              })),
            ]}
          />
          <Fieldset legend={text.parts}>
            <Stack gap="xs">
              <Checkbox
                name="all_parts"
                label={text.left}
                checked={all}
                onChange={(event) => setAll(event.currentTarget.checked)}
              />
              <Group>
                {PARTS.map((part) => (
                  <Checkbox
                    key={part}
                    name={`part_${part}`}
                    label={providers.parts[part]}
                    defaultChecked={asked.includes(part)}
                    disabled={all}
                  />
                ))}
              </Group>
            </Stack>
          </Fieldset>
        </>
      )}
    </Form>
  );
}
