import { TextInput } from "@mantine/core";
import { useStrings } from "@/lib/i18n";
import { browserZone } from "@/lib/zone";

/** An amount in USD as text: a number field would round it. */
export function AmountInput({ name, label }: { name: string; label: string }) {
  const { keys } = useStrings();
  return (
    <TextInput
      name={name}
      label={label}
      description={keys.add.limitHint(browserZone)}
      inputMode="decimal"
      pattern="\d{1,9}(\.\d{1,9})?"
      title={keys.add.amountWrong}
    />
  );
}
