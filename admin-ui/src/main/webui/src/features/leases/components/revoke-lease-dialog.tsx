import { List, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { Lease } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { useRevokeLease } from "../api";

/** What ending a lease means, and the node's name to be typed before it ends. */
export function RevokeLeaseDialog({ of: lease, onClose }: { of: Lease; onClose: () => void }) {
  const { leases } = useStrings();
  const text = leases.revoke;
  const form = useRef<HTMLFormElement>(null);
  const revoke = useRevokeLease(lease.id);
  const [confirmed, setConfirmed] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    revoke.mutate(readForm(form.current).required("reason"), {
      onSuccess: () => {
        notifications.show({ color: "green", message: text.done });
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={text.title}>
      <form ref={form} onSubmit={submit}>
        <Stack>
          <List type="ordered" size="sm" spacing={4}>
            <List.Item>{text.steps.refuse}</List.Item>
            <List.Item>{text.steps.requests}</List.Item>
            <List.Item>{text.steps.node(lease.node_name)}</List.Item>
            <List.Item>{text.steps.key(lease.key_name)}</List.Item>
          </List>
          <TextInput
            name="reason"
            label={text.reason}
            description={text.reasonHint}
            required
            maxLength={500}
          />
          <ConfirmByName
            label={text.type(lease.node_name)}
            name={lease.node_name}
            onConfirmed={setConfirmed}
          />
          {revoke.error && <ProblemAlert error={revoke.error} />}
          <FormActions
            submit={text.action}
            pending={revoke.isPending}
            onCancel={onClose}
            disabled={!confirmed}
            danger
          />
        </Stack>
      </form>
    </Dialog>
  );
}
