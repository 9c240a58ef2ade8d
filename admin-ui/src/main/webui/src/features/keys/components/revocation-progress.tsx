import { Button, Group, Stack, Text } from "@mantine/core";
import { useMoments } from "@/components/ui/figure";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { Progress } from "@/components/ui/progress";
import { Steps } from "@/components/ui/steps";
import type { Key, Revocation } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useCancelRevocation, useRevocation, useRevokeKey } from "../api";
import { useKeyRefresh } from "../use-key-refresh";

interface RevocationProgressProps {
  of: Key;
  onAbandon: () => void;
  onClose: () => void;
}

/** The steps as they happen; it may be closed, and shows the same when it is opened again. */
export function RevocationProgress({ of: key, onAbandon, onClose }: RevocationProgressProps) {
  const revocation = useRevocation(key.id);
  useKeyRefresh(revocation.data?.steps.map(({ state }) => state).join());
  return (
    <Progress query={revocation} onClose={onClose}>
      {(loaded) => (
        <Stack>
          <Outcome of={key} revocation={loaded} onAbandon={onAbandon} onCancelled={onClose} />
          <Steps steps={loaded.steps} />
        </Stack>
      )}
    </Progress>
  );
}

interface OutcomeProps extends Pick<RevocationProgressProps, "of" | "onAbandon"> {
  revocation: Revocation;
  onCancelled: () => void;
}

/** Done, on its way, or what is left to do and who does it. */
function Outcome({ of: key, revocation, onAbandon, onCancelled }: OutcomeProps) {
  const { keys } = useAllStrings();
  const { may } = useWorkspace();
  const { relative } = useMoments();
  const text = keys.revoke;
  if (revocation.state === "revoked") {
    return <Notice tone="good" title={text.done} />;
  }
  if (revocation.state === "running") {
    return (
      <>
        <Text size="sm" role="status">
          {revocation.drains_until
            ? text.draining(relative(revocation.drains_until))
            : text.running}
        </Text>
        {revocation.drains_until && may("admin") && (
          <CancelButton id={key.id} onCancelled={onCancelled} />
        )}
      </>
    );
  }
  return (
    <Notice tone="warn" title={text.stuck}>
      <Text size="sm">{revocation.reason ?? key.reason}</Text>
      <Text size="sm">
        {revocation.state === "awaiting_manual"
          ? text.manual
          : revocation.next_retry_at && text.retry(relative(revocation.next_retry_at))}
      </Text>
      {revocation.attempts > 0 && (
        <Text size="xs" c="dimmed">
          {text.attempts(revocation.attempts)}
        </Text>
      )}
      {may("admin") && (
        <Group gap="xs" mt={6}>
          <RetryButton id={key.id} />
          <Button variant="default" onClick={onAbandon}>
            {text.abandon.action}
          </Button>
        </Group>
      )}
    </Notice>
  );
}

/** Until the key's use has ended, nothing has happened that could not be undone. */
function CancelButton({ id, onCancelled }: { id: string; onCancelled: () => void }) {
  const { keys } = useAllStrings();
  const cancel = useCancelRevocation(id);
  return (
    <div>
      <Button
        variant="default"
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined, { onSuccess: onCancelled })}
      >
        {keys.revoke.cancel}
      </Button>
      {cancel.error && <ProblemAlert error={cancel.error} />}
    </div>
  );
}

/** Ordering it again tries at once what waits. */
function RetryButton({ id }: { id: string }) {
  const { keys } = useAllStrings();
  const revoke = useRevokeKey(id);
  return (
    <>
      <Button
        variant="default"
        loading={revoke.isPending}
        onClick={() => revoke.mutate({ force: false })}
      >
        {keys.revoke.retryNow}
      </Button>
      {revoke.error && <ProblemAlert error={revoke.error} />}
    </>
  );
}
