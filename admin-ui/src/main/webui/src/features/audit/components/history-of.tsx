import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { StateBadge } from "@/components/ui/state-badge";
import { useStrings } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";
import { useAudit } from "../api";

/** What was done to one thing, newest first. */
export function HistoryOf({ id }: { id: string }) {
  const { audit, common } = useStrings();
  const { may } = useWorkspace();
  const { rows, more, error, retry } = useAudit({ target: id }, may("admin"));
  if (!may("admin")) {
    return <Text size="sm">{common.forbidden("admin")}</Text>;
  }
  if (!rows) {
    return error ? (
      <ProblemAlert error={error} onRetry={retry} />
    ) : (
      <Skeleton height={120} role="status" aria-label={common.loading} />
    );
  }
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {audit.none}
      </Text>
    );
  }
  return (
    <Stack gap={6}>
      {rows.map((entry) => (
        <Group key={entry.id} justify="space-between" gap="md">
          <Text size="sm">
            {entry.action} · <Name>{entry.actor}</Name>
          </Text>
          <Group gap="md">
            <StateBadge state={entry.result} label={audit.results[entry.result]} />
            <Text size="xs" c="dimmed" component="span">
              <Moment at={entry.at} />
            </Text>
          </Group>
        </Group>
      ))}
      {more && (
        <div>
          <Button variant="default" onClick={more}>
            {audit.more}
          </Button>
        </div>
      )}
    </Stack>
  );
}
