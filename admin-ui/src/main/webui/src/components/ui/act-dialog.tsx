import { List, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { readForm } from "@/lib/form";
import { ConfirmByName, type Confirmation } from "./confirm-by-name";
import type { Call } from "./form";
import { FormDialog } from "./form-dialog";

interface ActDialogProps<V, R> {
  title: string;
  /** What will happen, and what stays. */
  consequences: string[];
  /** What is known of the thing that speaks for or against it. */
  children?: ReactNode;
  /** Asks why. */
  reason?: { label: string; hint: string; required?: boolean; maxLength?: number };
  /** Asks for the thing's name, for what can't be undone. */
  confirm?: Confirmation;
  submit: string;
  danger?: boolean;
  call: Call<V, R>;
  /** What is sent; the reason is known where it was asked for and given. */
  send: (reason: string | undefined) => V;
  done?: (answer: R) => string;
  /** What comes then, if it is not closed. */
  onDone?: (answer: R) => void;
  onClose: () => void;
}

/** What an act means before it is done; a refusal is said where it was asked for. */
export function ActDialog<V, R>(props: ActDialogProps<V, R>) {
  const { consequences, children, reason, confirm, send, ...dialog } = props;
  const [confirmed, setConfirmed] = useState(confirm === undefined);
  return (
    <FormDialog
      disabled={!confirmed}
      read={(form) => send(readForm(form).text("reason"))}
      {...dialog}
    >
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
          required={reason.required}
          maxLength={reason.maxLength ?? 500}
          data-autofocus
        />
      )}
      {confirm && <ConfirmByName {...confirm} onConfirmed={setConfirmed} />}
    </FormDialog>
  );
}
