import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Loaded } from "@/components/ui/loaded";
import { useMoments } from "@/components/ui/figure";
import { Notice } from "@/components/ui/notice";
import { Steps } from "@/components/ui/steps";
import type { Key, Revocation } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";
import { useRevocation } from "../api";
import { isOver } from "../revocation";

/** The steps as they happen; it may be closed, and shows the same when it is opened again. */
export function RevocationProgress({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys, common } = useStrings();
  const revocation = useRevocation(key.id);
  useKeyRefresh(revocation.data);
  return (
    <Stack>
      <Loaded query={revocation} height={260}>
        {(loaded) => (
          <Stack>
            <Outcome of={key} revocation={loaded} />
            <Steps steps={loaded.steps} words={keys.revoke.stepStates} />
          </Stack>
        )}
      </Loaded>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common.close}
        </Button>
      </Group>
    </Stack>
  );
}

/** The key's own state moves with its revocation. */
function useKeyRefresh(revocation: Revocation | undefined) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  const progress = revocation?.steps.map(({ state }) => state).join();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: [slug, "keys"] });
  }, [queries, slug, progress]);
}

/** Done, on its way, or what is left to do and who does it. */
function Outcome({ of: key, revocation }: { of: Key; revocation: Revocation }) {
  const { keys } = useStrings();
  const { relative } = useMoments();
  const text = keys.revoke;
  if (isOver(revocation)) {
    return <Notice tone="good" title={text.done} />;
  }
  const waits = revocation.next_retry_at ?? key.state === "awaiting_manual";
  if (!waits) {
    return (
      <Text size="sm" role="status">
        {text.running}
      </Text>
    );
  }
  return (
    <Notice tone="warn" title={text.stuck}>
      <Text size="sm">{revocation.reason ?? key.reason}</Text>
      <Text size="sm">
        {key.state === "awaiting_manual"
          ? text.manual
          : revocation.next_retry_at && text.retry(relative(revocation.next_retry_at))}
      </Text>
      {revocation.attempts !== undefined && (
        <Text size="xs" c="dimmed">
          {text.attempts(revocation.attempts)}
        </Text>
      )}
    </Notice>
  );
}
