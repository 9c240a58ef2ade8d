import { List, Stack, TextInput } from "@mantine/core";
import { useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { readForm } from "@/lib/form";
import { ConfirmByName } from "./confirm-by-name";
import { Dialog } from "./dialog";
import { FormActions } from "./form-actions";
import { ProblemAlert } from "./problem-alert";

interface ActDialogProps {
  title: string;
  /** What will happen, and what stays. */
  consequences: string[];
  /** What is known of the thing that speaks for or against it. */
  children?: ReactNode;
  /** Asks why. */
  reason?: { label: string; hint: string };
  /** Asks for the thing's name, for what can't be undone. */
  confirm?: { label: string; name: string };
  submit: string;
  danger?: boolean;
  pending: boolean;
  error: Error | null;
  onAct: (reason: string | undefined) => void;
  onClose: () => void;
}

/** What an act means before it is done; a refusal is said where it was asked for. */
export function ActDialog(props: ActDialogProps) {
  const { title, consequences, children, reason, confirm, submit, danger, pending, error } = props;
  const form = useRef<HTMLFormElement>(null);
  const [confirmed, setConfirmed] = useState(confirm === undefined);
  const act = (event: SubmitEvent) => {
    event.preventDefault();
    props.onAct(readForm(form.current).text("reason"));
  };
  return (
    <Dialog onClose={props.onClose} title={title}>
      <form ref={form} onSubmit={act} autoComplete="off">
        <Stack>
          <List size="sm" spacing={4}>
            {consequences.map((consequence) => (
              <List.Item key={consequence}>{consequence}</List.Item>
            ))}
          </List>
          {children}
          {reason && (
            <TextInput
              name="reason"
              label={reason.label}
              description={reason.hint}
              maxLength={500}
              data-autofocus
            />
          )}
          {confirm && <ConfirmByName {...confirm} onConfirmed={setConfirmed} />}
          {error && <ProblemAlert error={error} />}
          <FormActions
            submit={submit}
            pending={pending}
            onCancel={props.onClose}
            disabled={!confirmed}
            danger={danger}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
