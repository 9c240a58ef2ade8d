import { Button, Code, CopyButton, Group, Text } from "@mantine/core";
import { useStrings } from "@/lib/i18n";
import { Notice } from "./notice";

/** A secret that is shown this once; whoever shows it forgets it with the dialog. */
export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  const { common } = useStrings();
  return (
    <Notice tone="warn" title={label}>
      <Group gap="xs" mt={6} wrap="nowrap">
        <Code style={{ overflowWrap: "anywhere" }}>{secret}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy} autoFocus flex="none">
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" mt={6}>
        {common.shownOnce}
      </Text>
    </Notice>
  );
}
