import { TextInput } from "@mantine/core";
import { useState } from "react";
import { maskEnd } from "@/lib/mask";
import { usePrivacy } from "@/lib/privacy";

export interface Confirmation {
  label: (name: string) => string;
  name: string;
}

/** Nobody types a name by accident. While names are hidden, the end of its mask is asked for. */
export function ConfirmByName(props: Confirmation & { onConfirmed: (confirmed: boolean) => void }) {
  const { label, name, onConfirmed } = props;
  const { hidden } = usePrivacy();
  const asked = hidden ? maskEnd(name) : name;
  const [typed, setTyped] = useState("");
  return (
    <TextInput
      label={label(asked)}
      value={typed}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onConfirmed(event.currentTarget.value === asked);
      }}
    />
  );
}
