import { Checkbox, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import { Steps } from "@/components/ui/steps";
import type { Key } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { useRotateKey, useRotationPlan } from "../api";
import { overlapOf } from "../rotation";
import { OverlapInput } from "./overlap-input";

interface RotateDialogProps {
  of: Key;
  /** Begun; from then on its steps are shown as they happen. */
  onOrdered: () => void;
  onClose: () => void;
}

/** The dry run as steps, and the key's name to be typed before it becomes real. */
export function RotateDialog({ of: key, onOrdered, onClose }: RotateDialogProps) {
  const { keys, rotation } = useStrings();
  const text = rotation.rotate;
  const [force, setForce] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const plan = useRotationPlan(key.id, force);
  const rotate = useRotateKey(key.id);
  const order = (element: HTMLFormElement) => {
    const form = readForm(element);
    rotate.mutate(
      { force, overlap_seconds: overlapOf(form), reason: form.text("reason") },
      { onSuccess: onOrdered },
    );
  };
  return (
    <Dialog title={text.title(key.name)} onClose={onClose}>
      <Form
        call={rotate}
        submit={text.action}
        disabled={!confirmed || !plan.data || plan.isPlaceholderData}
        onSubmit={order}
        onCancel={onClose}
      >
        <Text size="sm">{keys.revoke.plan}</Text>
        <Loaded query={plan} height={260}>
          {({ steps }) => <Steps steps={steps} words={keys.revoke.stepStates} />}
        </Loaded>
        {!force && <OverlapInput />}
        <Checkbox
          label={rotation.force}
          checked={force}
          onChange={(event) => setForce(event.currentTarget.checked)}
        />
        <TextInput
          name="reason"
          label={keys.revoke.why}
          description={keys.revoke.whyHint}
          maxLength={500}
        />
        <ConfirmByName
          label={keys.revoke.type(key.name)}
          name={key.name}
          onConfirmed={setConfirmed}
        />
      </Form>
    </Dialog>
  );
}
