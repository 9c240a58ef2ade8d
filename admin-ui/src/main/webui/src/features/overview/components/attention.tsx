import { Button, Group, Skeleton, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { TextLink } from "@/components/ui/links";
import { useKeys } from "@/features/keys/api";
import { useNodes } from "@/features/nodes/api";
import { useStrings } from "@/lib/i18n";
import type { Listed } from "@/lib/use-pages";

/** Whether somebody has to act, and on what. What could not be looked at is never called fine. */
export function Attention() {
  const { overview } = useStrings();
  const stuck = useKeys({ state: "stuck" });
  const manual = useKeys({ state: "awaiting_manual" });
  const lost = useNodes({ state: "lost" });
  const all = [stuck, manual, lost];
  const text = overview.attention;
  const failed = all.filter(({ error }) => error);
  if (all.some(({ rows, error }) => !rows && !error)) {
    return <Skeleton height={20} width={220} />;
  }
  if (failed.length === 0 && all.every(({ rows }) => rows?.length === 0)) {
    return (
      <Group gap={6} role="status">
        <IconCheck size={16} color="var(--good)" aria-hidden />
        <Text size="sm" c="dimmed">
          {text.nothing}
        </Text>
      </Group>
    );
  }
  return (
    <Group gap="xs" role="status">
      <IconAlertTriangle size={16} color="var(--warn)" aria-hidden />
      <Text size="sm" fw={600}>
        {text.title}
      </Text>
      {isThere(stuck) && (
        <TextLink to="/keys" search={{ state: "stuck" }}>
          {text.stuck(countOf(stuck))}
        </TextLink>
      )}
      {isThere(manual) && (
        <TextLink to="/keys" search={{ state: "awaiting_manual" }}>
          {text.awaitingManual(countOf(manual))}
        </TextLink>
      )}
      {isThere(lost) && (
        <TextLink to="/nodes" search={{ state: "lost" }}>
          {text.lost(countOf(lost))}
        </TextLink>
      )}
      {failed.length > 0 && (
        <Button
          variant="default"
          size="compact-xs"
          title={failed[0]?.error?.message}
          onClick={() => failed.forEach(({ retry }) => retry())}
        >
          {text.unchecked}
        </Button>
      )}
    </Group>
  );
}

function isThere({ rows = [] }: Listed<unknown>): boolean {
  return rows.length > 0;
}

/** `3`, or `100+` where not all were counted. */
function countOf({ rows = [], partial }: Listed<unknown>): string {
  return `${rows.length}${partial ? "+" : ""}`;
}
