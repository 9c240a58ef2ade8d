import { SimpleGrid, Text } from "@mantine/core";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import type { Key, KeyAtProvider } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
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
  const { of: key, onClose } = props;
  const { keysThere } = useAllStrings();
  const shown = useNames();
  const there = useKeyAtProvider(key.id);
  const title = keysThere.limit.title(shown(key.name), providerName(key.provider));
  return (
    <Dialog title={title} onClose={onClose}>
      <Loaded query={there} height={200}>
        {(spend) => <LimitForm spend={spend} {...props} />}
      </Loaded>
    </Dialog>
  );
}

function LimitForm(props: LimitThereDialogProps & { spend: KeyAtProvider }) {
  const { of: key, spend, onClose } = props;
  const { keysThere } = useAllStrings();
  const text = keysThere.limit;
  const shown = useNames();
  return (
    <Form
      submit={text.submit}
      call={useSetLimitAtProvider(key.id)}
      read={providerLimitOf}
      done={() => text.done(shown(key.name))}
      onDone={onClose}
      onCancel={onClose}
    >
      <Text size="sm">{text.hint}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ProviderLimitInput
          first
          amount={spend.limit ?? undefined}
          reset={spend.limit_reset ?? undefined}
        />
      </SimpleGrid>
    </Form>
  );
}
