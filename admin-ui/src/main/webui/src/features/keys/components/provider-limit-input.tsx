import { Select } from "@mantine/core";
import { AmountInput } from "@/components/ui/amount-input";
import { useAllStrings } from "@/lib/i18n/all";
import { RESETS } from "../create-key-form";

interface ProviderLimitInputProps {
  amount?: string;
  reset?: string;
  first?: boolean;
}

/** What the provider itself lets a key spend, and when that starts again. */
export function ProviderLimitInput({ amount, reset, first }: ProviderLimitInputProps) {
  const { keysThere } = useAllStrings();
  const text = keysThere.limit;
  return (
    <>
      <AmountInput
        name="provider_amount"
        label={text.amount}
        description={text.amountHint}
        defaultValue={amount}
        first={first}
      />
      <Select
        name="provider_reset"
        label={text.reset}
        description={text.resetHint}
        placeholder={text.never}
        defaultValue={reset}
        clearable
        data={RESETS.map((value) => ({ value, label: text.resets[value] }))}
      />
    </>
  );
}
