import { Dialog } from "@/components/ui/dialog";
import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useBindKey } from "../api";

/** An admin confirms that the provider's key is this one, before anything is revoked by it. */
export function BindDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys, common } = useStrings();
  const bind = useBindKey(key.id);
  const candidate = key.binding_candidate;
  if (!candidate) {
    return null;
  }
  const confirm = () =>
    bind.mutate(candidate, {
      onSuccess: () => {
        notifications.show({ color: "green", message: keys.bind.done });
        onClose();
      },
    });
  return (
    <Dialog onClose={onClose} title={keys.bind.title}>
      <Stack>
        <Text size="sm">{keys.bind.detail(candidate)}</Text>
        {bind.error && <ProblemAlert error={bind.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button loading={bind.isPending} onClick={confirm}>
            {keys.bind.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
