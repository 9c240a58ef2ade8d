import { Checkbox, Text, TextInput } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { ConfirmByName, type Confirmation } from "./confirm-by-name";
import { Form, type Call } from "./form";
import { Loaded } from "./loaded";

interface Order {
  force: boolean;
  reason: string | undefined;
}

interface OrderFormProps<P, V, R> {
  /** The dry run. */
  plan: UseQueryResult<P>;
  height: number;
  /** Shows the plan. */
  children: (plan: P) => ReactNode;
  /** Whether there is something to be done at all. */
  isWorthIt?: (plan: P) => boolean;
  /** Asked before the rest. */
  fields?: ReactNode;
  /** Offers to do without whatever takes long. */
  force?: { label: string; checked: boolean; onChange: (force: boolean) => void };
  reasonRequired?: boolean;
  confirm: Confirmation;
  call: Call<V, R>;
  send: (order: Order, form: HTMLFormElement) => V;
  submit: string;
  danger?: boolean;
  onDone: (answer: R) => void;
  onCancel: () => void;
}

/** What would happen, and the name to be typed before it does: the beginning of all that takes long and can't be undone. */
export function OrderForm<P, V, R>(props: OrderFormProps<P, V, R>) {
  const { plan, height, children, isWorthIt = () => true, fields, ...rest } = props;
  const { force, reasonRequired = false, confirm, send, ...form } = rest;
  const { keys } = useAllStrings();
  const [confirmed, setConfirmed] = useState(false);
  const known = plan.data !== undefined && !plan.isPlaceholderData && isWorthIt(plan.data);
  return (
    <Form
      disabled={!confirmed || !known}
      read={(element) =>
        send({ force: force?.checked ?? false, reason: readForm(element).text("reason") }, element)
      }
      {...form}
    >
      <Text size="sm">{keys.revoke.plan}</Text>
      <Loaded query={plan} height={height}>
        {children}
      </Loaded>
      {fields}
      {force && (
        <Checkbox
          label={force.label}
          checked={force.checked}
          onChange={(event) => force.onChange(event.currentTarget.checked)}
        />
      )}
      <TextInput
        name="reason"
        label={keys.revoke.why}
        description={keys.revoke.whyHint}
        required={reasonRequired}
        maxLength={500}
      />
      <ConfirmByName {...confirm} onConfirmed={setConfirmed} />
    </Form>
  );
}
