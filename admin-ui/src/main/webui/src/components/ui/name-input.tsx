import { TextInput } from "@mantine/core";
import { useAllStrings } from "@/lib/i18n/all";

interface NameInputProps {
  defaultValue?: string;
  /** The first field of its form. */
  first?: boolean;
  error?: string;
}

/** What people will call it. */
export function NameInput({ first, ...props }: NameInputProps) {
  const { keys } = useAllStrings();
  return (
    <TextInput
      name="name"
      label={keys.name}
      required
      maxLength={100}
      data-autofocus={first || undefined}
      {...props}
    />
  );
}
