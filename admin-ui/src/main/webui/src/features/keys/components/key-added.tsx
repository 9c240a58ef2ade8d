import { Button, Code, Group, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { BindDialog } from "./bind-dialog";

interface KeyAddedProps {
  of: Key;
  /** By the provider, as we asked it to. */
  made?: boolean;
  onAnother: () => void;
  onClose: () => void;
}

/** What became of the key: accepted or not checked, bound or to be bound. */
export function KeyAdded({ of: key, made = false, onAnother, onClose }: KeyAddedProps) {
  const { keys, keysThere, common } = useAllStrings();
  const shown = useNames();
  const [binding, setBinding] = useState(false);
  const text = keys.add;
  const good = <IconCheck size={16} color="var(--good)" aria-hidden />;
  const open = <IconAlertTriangle size={16} color="var(--warn)" aria-hidden />;
  return (
    <Stack>
      <Text fw={600} role="status">
        {text.done(shown(key.name))} <Code>{key.masked}</Code>
      </Text>
      <List size="sm" spacing="xs">
        {made ? (
          <List.Item icon={good}>{keysThere.create.unseen}</List.Item>
        ) : (
          <List.Item icon={key.verified_at ? good : open}>
            {key.verified_at ? text.checked : text.unchecked}
          </List.Item>
        )}
        <List.Item icon={key.provider_key_id ? good : open}>
          {key.provider_key_id ? text.bound(key.provider_key_id) : text.unbound}
        </List.Item>
      </List>
      <Group justify="flex-end">
        {key.binding_candidate && !key.provider_key_id && (
          <Button onClick={() => setBinding(true)}>{keys.bind.action}</Button>
        )}
        <Button variant="default" onClick={onAnother}>
          {text.another}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common.close}
        </Button>
      </Group>
      {binding && <BindDialog of={key} onClose={onClose} />}
    </Stack>
  );
}
