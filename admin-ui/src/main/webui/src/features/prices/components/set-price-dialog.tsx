import { Fieldset, Select, SimpleGrid, Text, TextInput } from "@mantine/core";
import { AmountInput } from "@/components/ui/amount-input";
import { FormDialog } from "@/components/ui/form-dialog";
import { InstantInput } from "@/components/ui/instant-input";
import type { PriceOverride } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { PROVIDERS } from "@/lib/providers";
import { toWallClock } from "@/lib/time";
import { useSetPrice } from "../api";
import { CLASSES } from "../classes";
import { setPriceOf } from "../price-form";

interface SetPriceDialogProps {
  /** The one that is changed; a new price has none. */
  of?: PriceOverride;
  onClose: () => void;
}

/** A price of the workspace's own, in the place of the price book's. */
export function SetPriceDialog({ of: override, onClose }: SetPriceDialogProps) {
  const { prices: text } = useAllStrings();
  return (
    <FormDialog
      title={override ? text.change.title(override.model) : text.set.title}
      submit={override ? text.change.submit : text.set.submit}
      call={useSetPrice(override?.id)}
      read={(form) => setPriceOf(form, override)}
      done={({ model }) => text.set.done(model)}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Text size="sm">{text.set.hint}</Text>
          <ModelFields of={override} errors={errors} />
          <PriceFields of={override} error={errors.prices} />
          <TimeFields of={override} errors={errors} />
          <TextInput
            name="note"
            label={text.note}
            description={text.set.noteHint}
            defaultValue={override?.note ?? ""}
            maxLength={500}
            error={errors.note}
          />
        </>
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  of: PriceOverride | undefined;
  errors: Record<string, string>;
}

function ModelFields({ of: override, errors }: FieldsProps) {
  const { prices: text } = useAllStrings();
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" style={{ alignItems: "end" }}>
      <Select
        name="provider"
        label={text.provider}
        data={PROVIDERS}
        required
        allowDeselect={false}
        defaultValue={override?.provider ?? PROVIDERS[0]?.value}
        error={errors.provider}
      />
      <TextInput
        name="model"
        label={text.model}
        description={text.set.modelHint}
        required
        maxLength={200}
        defaultValue={override?.model}
        error={errors.model}
        data-autofocus
      />
      <TextInput
        name="service_tier"
        label={text.tier}
        description={text.set.tierHint}
        maxLength={50}
        defaultValue={override?.service_tier ?? ""}
        error={errors.service_tier}
      />
    </SimpleGrid>
  );
}

function PriceFields({ of: override, error }: { of: PriceOverride | undefined; error?: string }) {
  const { prices: text } = useAllStrings();
  return (
    <Fieldset legend={text.set.legend}>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
        {CLASSES.map((one) => (
          <AmountInput
            key={one}
            name={one}
            label={text.classes[one]}
            defaultValue={override?.prices[one] ?? undefined}
          />
        ))}
      </SimpleGrid>
      {error && (
        <Text size="sm" c="red" role="alert" mt="xs">
          {error}
        </Text>
      )}
    </Fieldset>
  );
}

function TimeFields({ of: override, errors }: FieldsProps) {
  const { prices: text } = useAllStrings();
  const typed = (instant: string | null | undefined) =>
    instant ? toWallClock(Date.parse(instant)) : undefined;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <InstantInput
        name="valid_from"
        label={text.from}
        description={override ? text.change.fromHint : text.set.fromHint}
        defaultValue={typed(override?.valid_from)}
        error={errors.valid_from}
      />
      <InstantInput
        name="valid_until"
        label={text.until}
        description={text.set.untilHint}
        defaultValue={typed(override?.valid_until)}
        error={errors.valid_until}
      />
    </SimpleGrid>
  );
}
