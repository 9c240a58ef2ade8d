import { TextInput } from "@mantine/core";
import { toTyped, type Decimal } from "@/lib/money";
import { useStrings } from "@/lib/i18n";

interface AmountInputProps {
  name: string;
  label: string;
  description?: string;
  defaultValue?: Decimal;
  required?: boolean;
  /** Where a dialog begins. */
  first?: boolean;
}

/** An amount in USD as text: a number field would round it. */
export function AmountInput({ defaultValue, first, ...props }: AmountInputProps) {
  const { common } = useStrings();
  return (
    <TextInput
      inputMode="decimal"
      pattern="\d{1,9}(\.\d{1,9})?"
      title={common.amountWrong}
      defaultValue={defaultValue && toTyped(defaultValue)}
      data-autofocus={first || undefined}
      {...props}
    />
  );
}
