import { Stack } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { useEffect, useRef, type ReactNode, type Ref, type SubmitEvent } from "react";
import { fieldErrorsOf } from "@/lib/api/problem";
import { announceDone } from "./announce";
import { FormActions } from "./form-actions";
import { ProblemAlert } from "./problem-alert";

/** What sends a form: a mutation, as far as a form has to know it. */
export interface Call<V, R> {
  isPending: boolean;
  error: Error | null;
  mutate: (sent: V, then: { onSuccess: (answer: R) => void }) => void;
}

export interface FormProps<V, R> {
  /** For a call that reads the form itself, so that a secret is kept nowhere else, and for what is asked beforehand. */
  ref?: Ref<HTMLFormElement>;
  call: Call<V, R>;
  /** What is sent, read when it is. */
  read: (form: HTMLFormElement) => V;
  /** What is said once it was done, where the page alone would not show it. */
  done?: (answer: R) => string;
  onDone: (answer: R) => void;
  submit: string;
  disabled?: boolean;
  /** For what can't be undone. */
  danger?: boolean;
  onCancel: () => void;
  /** The fields; they may be told what the service has against each. */
  children: ReactNode | ((errors: Record<string, string>) => ReactNode);
}

/** Fields, what the service has against them, and the way out; what is typed stays in the page. */
export function Form<V, R>(props: FormProps<V, R>) {
  const { ref, call, read, done, onDone, submit, disabled, danger, onCancel, children } = props;
  const element = useRef<HTMLFormElement>(null);
  const merged = useMergedRef(element, ref ?? null);
  useEffect(() => focusFirst(element.current), []);
  const onSuccess = (answer: R) => {
    if (done) {
      announceDone(done(answer));
    }
    onDone(answer);
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    call.mutate(read(event.currentTarget), { onSuccess });
  };
  return (
    <form ref={merged} onSubmit={send} autoComplete="off">
      <Stack>
        {typeof children === "function" ? children(fieldErrorsOf(call.error)) : children}
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

/** A dialog gives the focus away when it opens; to a form that had to wait for what it asks about, nobody else does. */
function focusFirst(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
}
