import { SimpleGrid, TextInput } from "@mantine/core";
import { AmountInput } from "@/components/ui/amount-input";
import { useAllStrings } from "@/lib/i18n/all";
import { browserZone } from "@/lib/zone";

/** What holds for a key here, wherever it comes from. */
export function OwnFields() {
  const { keys } = useAllStrings();
  const text = keys.add;
  const midnight = text.limitHint(browserZone);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <AmountInput name="limit_day" label={text.dayLimit} description={midnight} />
      <AmountInput name="limit_month" label={text.monthLimit} description={midnight} />
      <TextInput name="models" label={keys.models} description={text.modelsHint} />
      <TextInput name="tags" label={keys.tags} description={text.tagsHint} />
    </SimpleGrid>
  );
}
