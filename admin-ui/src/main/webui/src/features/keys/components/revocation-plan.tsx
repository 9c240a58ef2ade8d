import { Text } from "@mantine/core";
import { useState } from "react";
import { OrderForm } from "@/components/ui/order-form";
import { Steps } from "@/components/ui/steps";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useRevocationPlan, useRevokeKey } from "../api";

interface RevocationPlanProps {
  of: Key;
  onClose: () => void;
  onOrdered: () => void;
}

/** The dry run as steps, and the key's name to be typed before it becomes real. */
export function RevocationPlan({ of: key, onClose, onOrdered }: RevocationPlanProps) {
  const { keys } = useAllStrings();
  const text = keys.revoke;
  const [force, setForce] = useState(false);
  const plan = useRevocationPlan(key.id, force);
  return (
    <OrderForm
      plan={plan}
      height={220}
      force={{ label: text.force, checked: force, onChange: setForce }}
      confirm={{ label: text.type, name: key.name }}
      call={useRevokeKey(key.id)}
      send={(order) => order}
      submit={text.submit}
      danger
      onDone={onOrdered}
      onCancel={onClose}
    >
      {({ steps, leases_affected }) => (
        <>
          <Steps steps={steps} />
          <Text size="sm" mt="xs">
            {text.leases(leases_affected)}
          </Text>
        </>
      )}
    </OrderForm>
  );
}
