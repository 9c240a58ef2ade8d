import { SimpleGrid, Text } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { Loaded } from "@/components/ui/loaded";
import type { Key, KeyAtProvider } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { providerName } from "@/lib/providers";
import { providerLimitOf } from "../create-key-form";
import { useKeyAtProvider, useSetLimitAtProvider } from "../provider-api";
import { ProviderLimitInput } from "./provider-limit-input";

interface LimitThereDialogProps {
  of: Key;
  onClose: () => void;
}

/** The limit that the provider itself enforces, also on what goes around the gateway. */
export function LimitThereDialog(props: LimitThereDialogProps) {
  const there = useKeyAtProvider(props.of.id);
  return <Loaded query={there}>{(spend) => <KnownLimit spend={spend} {...props} />}</Loaded>;
}

function KnownLimit(props: LimitThereDialogProps & { spend: KeyAtProvider }) {
  const { of: key, spend, onClose } = props;
  const { keysThere } = useStrings();
  const text = keysThere.limit;
  const save = useSetLimitAtProvider(key.id);
  const onSuccess = () => {
    announceDone(text.done(key.name));
    onClose();
  };
  return (
    <FormDialog
      title={text.title(key.name, providerName(key.provider))}
      submit={text.submit}
      call={save}
      onSubmit={(form) => save.mutate(providerLimitOf(form), { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{text.hint}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ProviderLimitInput
          first
          amount={spend.limit ?? undefined}
          reset={spend.limit_reset ?? undefined}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
