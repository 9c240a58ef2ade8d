import { TextInput } from "@mantine/core";
import { useState } from "react";

interface ConfirmByNameProps {
  label: string;
  name: string;
  onConfirmed: (confirmed: boolean) => void;
}

/** Nobody types a name by accident. */
export function ConfirmByName({ label, name, onConfirmed }: ConfirmByNameProps) {
  const [typed, setTyped] = useState("");
  return (
    <TextInput
      label={label}
      value={typed}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onConfirmed(event.currentTarget.value === name);
      }}
    />
  );
}
