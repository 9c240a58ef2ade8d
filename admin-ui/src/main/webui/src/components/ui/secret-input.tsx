import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useStrings } from "@/lib/i18n";

/**
 * Takes a secret. It is uncontrolled and has no default: what is typed is in the field, is read
 * once when the form is sent, and leaves the page with the form.
 */
export function SecretInput(
  props: Omit<PasswordInputProps, "value" | "defaultValue" | "onChange">,
) {
  const { common } = useStrings();
  return (
    <PasswordInput
      autoComplete="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ "aria-label": common.showSecret }}
      {...props}
    />
  );
}
