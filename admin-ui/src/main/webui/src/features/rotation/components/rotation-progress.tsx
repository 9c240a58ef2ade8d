import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { Moment, useMoments } from "@/components/ui/figure";
import { Notice } from "@/components/ui/notice";
import { Facts } from "@/components/ui/page/facts";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { RoleButton } from "@/components/ui/role-button";
import { Steps } from "@/components/ui/steps";
import type { Key, Rotation } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useKeyRefresh } from "@/features/keys/use-key-refresh";
import { useRotateKey } from "../api";
import { canBeAbandoned } from "../rotation";
import type { RotationAction } from "./rotation-of";

interface RotationProgressProps {
  of: Key;
  rotation: Rotation;
  onAct: (action: RotationAction) => void;
}

/** The steps as they happen, which secret is served meanwhile, and what can be done about it. */
export function RotationProgress({ of: key, rotation, onAct }: RotationProgressProps) {
  const { rotation: text } = useAllStrings();
  useKeyRefresh(`${rotation.served} ${rotation.state}`);
  return (
    <Stack>
      <Outcome of={key} rotation={rotation} onAct={onAct} />
      <Facts
        facts={[
          [text.served, <Code key="served">{rotation.served}</Code>],
          [text.other, rotation.other && <Code key="other">{rotation.other}</Code>],
          [text.until, rotation.overlap_until && <Moment at={rotation.overlap_until} />],
        ]}
      />
      <Steps steps={rotation.steps} />
    </Stack>
  );
}

/** What needs somebody does not look like what goes its way. */
const TONES: Partial<Record<Rotation["state"], "plain" | "good">> = {
  running: "plain",
  rotated: "good",
  rolled_back: "good",
};

function Outcome({ of: key, rotation, onAct }: RotationProgressProps) {
  const { keys, rotation: text } = useAllStrings();
  const { relative } = useMoments();
  const { state, rolled_back } = rotation;
  const title = state === "running" && rolled_back ? text.rollingBack : text.outcomes[state];
  return (
    <Notice tone={TONES[state] ?? "warn"} title={title}>
      {/* While it goes its way, the step that runs says the same. */}
      {state !== "running" && (
        <>
          {rotation.reason && <Text size="sm">{rotation.reason}</Text>}
          {rotation.next_retry_at && (
            <Text size="sm">{keys.revoke.retry(relative(rotation.next_retry_at))}</Text>
          )}
        </>
      )}
      <Group gap="xs" mt={6}>
        {state === "awaiting_secret" && !key.source && (
          <RoleButton role="admin" onClick={() => onAct("replace-secret")}>
            {text.replace.give}
          </RoleButton>
        )}
        <GoOn of={key} rotation={rotation} />
        {rotation.can_be_rolled_back && (
          <RoleButton role="admin" variant="default" onClick={() => onAct("roll-back")}>
            {text.rollBack.action}
          </RoleButton>
        )}
        {canBeAbandoned(rotation) && (
          <RoleButton role="admin" variant="default" onClick={() => onAct("abandon-rotation")}>
            {text.abandon.action}
          </RoleButton>
        )}
      </Group>
    </Notice>
  );
}

/** Ordering it again tries at once what waits, and with force ends the overlap. */
function GoOn({ of: key, rotation }: Pick<RotationProgressProps, "of" | "rotation">) {
  const { keys, rotation: text } = useAllStrings();
  const { may } = useWorkspace();
  const rotate = useRotateKey(key.id);
  const drains = rotation.steps.some(({ step, state }) => step === "drain" && state === "running");
  const waits = rotation.state === "stuck" || rotation.state === "awaiting_manual";
  if (!may("admin") || !(drains || waits)) {
    return null;
  }
  return (
    <>
      <Button
        variant="default"
        loading={rotate.isPending}
        onClick={() => rotate.mutate({ force: drains })}
      >
        {drains ? text.endOverlap : keys.revoke.retryNow}
      </Button>
      {rotate.error && <ProblemAlert error={rotate.error} />}
    </>
  );
}
