import { Text } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Loaded } from "@/components/ui/loaded";
import { OrderForm } from "@/components/ui/order-form";
import { Progress } from "@/components/ui/progress";
import { Steps } from "@/components/ui/steps";
import type { Key } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useRotateKey, useRotation, useRotationPlan } from "../api";
import { overlapOf } from "../rotation";
import { useWatched } from "../use-watched";
import { OverlapInput } from "./overlap-input";
import type { RotationAction } from "./rotation-of";
import { RotationProgress } from "./rotation-progress";

interface RotateDialogProps {
  of: Key;
  /** The last rotation is looked at, whether it is over or not. */
  begun?: boolean;
  onAct: (action: RotationAction) => void;
  onClose: () => void;
}

/** Before: what would happen. From then on: the same steps as they happen, however often it is opened. */
export function RotateDialog({ of: key, begun = false, onAct, onClose }: RotateDialogProps) {
  const { rotation: text } = useAllStrings();
  const shown = useNames();
  const rotation = useRotation(key.id);
  const watched = useWatched(rotation.data, begun);
  return (
    <Dialog title={text.rotate.title(shown(key.name))} onClose={onClose}>
      {watched ? (
        <Progress query={rotation} onClose={onClose}>
          {(last) =>
            last ? (
              <RotationProgress of={key} rotation={last} onAct={onAct} />
            ) : (
              <Text size="sm">{text.never}</Text>
            )
          }
        </Progress>
      ) : (
        <Loaded query={rotation} height={320}>
          {() => <RotationPlan of={key} onOrdered={() => onAct("rotation")} onClose={onClose} />}
        </Loaded>
      )}
    </Dialog>
  );
}

interface RotationPlanProps {
  of: Key;
  onOrdered: () => void;
  onClose: () => void;
}

/** The dry run as steps, and the key's name to be typed before it becomes real. */
function RotationPlan({ of: key, onOrdered, onClose }: RotationPlanProps) {
  const { keys, rotation: text } = useAllStrings();
  const [force, setForce] = useState(false);
  const plan = useRotationPlan(key.id, force);
  return (
    <OrderForm
      plan={plan}
      height={260}
      fields={!force && <OverlapInput />}
      force={{ label: text.force, checked: force, onChange: setForce }}
      confirm={{ label: keys.revoke.type, name: key.name }}
      call={useRotateKey(key.id)}
      send={(order, form) => ({ ...order, overlap_seconds: overlapOf(readForm(form)) })}
      submit={text.rotate.action}
      onDone={onOrdered}
      onCancel={onClose}
    >
      {({ steps }) => <Steps steps={steps} />}
    </OrderForm>
  );
}
