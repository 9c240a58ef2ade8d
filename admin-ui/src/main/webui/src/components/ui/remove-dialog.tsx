import { List, Stack } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { ConfirmByName } from "./confirm-by-name";
import { Dialog } from "./dialog";
import { FormActions } from "./form-actions";
import { ProblemAlert } from "./problem-alert";

interface RemoveDialogProps {
  title: string;
  /** What goes and what stays. */
  consequences: string[];
  /** Asks for the name. */
  label: string;
  name: string;
  submit: string;
  removal: UseMutationResult<void, Error, void>;
  onRemoved: () => void;
  onClose: () => void;
}

/** What removing a thing means, and its name to be typed before it goes; a refusal is said where it was asked for. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { title, consequences, label, name, submit, removal, onRemoved, onClose } = props;
  const [confirmed, setConfirmed] = useState(false);
  const remove = (event: SubmitEvent) => {
    event.preventDefault();
    removal.mutate(undefined, { onSuccess: onRemoved });
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={remove}>
        <Stack>
          <List size="sm" spacing={4}>
            {consequences.map((consequence) => (
              <List.Item key={consequence}>{consequence}</List.Item>
            ))}
          </List>
          <ConfirmByName label={label} name={name} onConfirmed={setConfirmed} />
          {removal.error && <ProblemAlert error={removal.error} />}
          <FormActions
            submit={submit}
            pending={removal.isPending}
            onCancel={onClose}
            disabled={!confirmed}
            danger
          />
        </Stack>
      </form>
    </Dialog>
  );
}
