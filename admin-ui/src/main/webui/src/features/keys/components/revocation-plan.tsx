import { Checkbox, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
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
  const [force, setForce] = useState(false);
  const plan = useRevocationPlan(key.id, force);
  const revoke = useRevokeKey(key.id);
  const [confirmed, setConfirmed] = useState(false);
  const order = (form: HTMLFormElement) =>
    revoke.mutate({ reason: readForm(form).text("reason"), force }, { onSuccess: onOrdered });
  return (
    <Form
      call={revoke}
      submit={text.submit}
      danger
      disabled={!confirmed || !plan.data || plan.isPlaceholderData}
      onSubmit={order}
      onCancel={onClose}
    >
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
    </Form>
  );
}
