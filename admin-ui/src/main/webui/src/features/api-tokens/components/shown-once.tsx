import { Button, CopyButton, Group, Stack, TextInput } from "@mantine/core";
import { Notice } from "@/components/ui/notice";
import { useAllStrings } from "@/lib/i18n/all";

/** A new token, to be taken now or never. */
export function ShownOnce({ token, onClose }: { token: string; onClose: () => void }) {
  const { apiTokens, common } = useAllStrings();
  const text = apiTokens.add;
  return (
    <Stack>
      <Notice tone="warn" title={text.once}>
        {text.use}
      </Notice>
      <TextInput
        label={apiTokens.token}
        value={token}
        readOnly
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={token}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {common.close}
        </Button>
      </Group>
    </Stack>
  );
}
