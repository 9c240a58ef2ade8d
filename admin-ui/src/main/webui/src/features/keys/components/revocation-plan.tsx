import { Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useRef, useState, type SubmitEvent } from "react";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Loaded } from "@/components/ui/loaded";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { Steps } from "@/components/ui/steps";
import type { Key } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { useRevocationPlan, useRevokeKey } from "../api";

interface RevocationPlanProps {
  of: Key;
  onClose: () => void;
  onOrdered: () => void;
}

/** The dry run as steps, and the key's name to be typed before it becomes real. */
export function RevocationPlan({ of: key, onClose, onOrdered }: RevocationPlanProps) {
  const { keys } = useStrings();
  const text = keys.revoke;
  const form = useRef<HTMLFormElement>(null);
  const [force, setForce] = useState(false);
  const plan = useRevocationPlan(key.id, force);
  const revoke = useRevokeKey(key.id);
  const [confirmed, setConfirmed] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    revoke.mutate(
      { reason: readForm(form.current).text("reason"), force },
      { onSuccess: onOrdered },
    );
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Text size="sm">{text.plan}</Text>
        <Loaded query={plan} height={220}>
          {({ steps, leases_affected }) => (
            <>
              <Steps steps={steps} words={text.stepStates} />
              <Text size="sm" mt="xs">
                {text.leases(leases_affected)}
              </Text>
            </>
          )}
        </Loaded>
        <TextInput name="reason" label={text.why} description={text.whyHint} maxLength={500} />
        <Checkbox
          label={text.force}
          checked={force}
          onChange={(event) => setForce(event.currentTarget.checked)}
        />
        <ConfirmByName label={text.type(key.name)} name={key.name} onConfirmed={setConfirmed} />
        {revoke.error && <ProblemAlert error={revoke.error} />}
        <FormActions
          submit={text.submit}
          pending={revoke.isPending}
          onCancel={onClose}
          disabled={!confirmed || !plan.data || plan.isPlaceholderData}
          danger
        />
      </Stack>
    </form>
  );
}
