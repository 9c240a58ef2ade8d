import { Button, Group } from "@mantine/core";
import { useStrings } from "@/lib/i18n";

interface FormActionsProps {
  submit: string;
  pending: boolean;
  onCancel: () => void;
  disabled?: boolean;
  /** For what can't be undone. */
  danger?: boolean;
}

/** The end of every form: leave it, or do it. */
export function FormActions({ submit, pending, onCancel, disabled, danger }: FormActionsProps) {
  const { common } = useStrings();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {common.cancel}
      </Button>
      <Button
        type="submit"
        color={danger ? "red" : undefined}
        disabled={disabled}
        loading={pending}
      >
        {submit}
      </Button>
    </Group>
  );
}
