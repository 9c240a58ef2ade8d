import { Stack } from "@mantine/core";
import type { ReactNode, Ref, SubmitEvent } from "react";
import { FormActions } from "./form-actions";
import { ProblemAlert } from "./problem-alert";

export interface FormProps {
  /** For whoever reads it before it is sent, or while it is. */
  ref?: Ref<HTMLFormElement>;
  /** What sends it: whether that is under way, and why it failed. */
  call: { isPending: boolean; error: Error | null };
  submit: string;
  disabled?: boolean;
  /** For what can't be undone. */
  danger?: boolean;
  onSubmit: (form: HTMLFormElement) => void;
  onCancel: () => void;
  children: ReactNode;
}

/** Fields, what the service has against them, and the way out; what is typed stays in the page. */
export function Form(props: FormProps) {
  const { ref, call, submit, disabled, danger, onSubmit, onCancel, children } = props;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event.currentTarget);
  };
  return (
    <form ref={ref} onSubmit={send} autoComplete="off">
      <Stack>
        {children}
        {call.error && <ProblemAlert error={call.error} />}
        <FormActions
          submit={submit}
          pending={call.isPending}
          onCancel={onCancel}
          disabled={disabled}
          danger={danger}
        />
      </Stack>
    </form>
  );
}
