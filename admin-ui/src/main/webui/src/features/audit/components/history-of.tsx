import { Group, Text } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { ShortList } from "@/components/ui/short-list";
import { StateBadge } from "@/components/ui/state-badge";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useAudit } from "../api";

/** What was done to one thing, newest first. */
export function HistoryOf({ id }: { id: string }) {
  const { audit, common } = useAllStrings();
  const { may } = useWorkspace();
  const entries = useAudit({ target: id }, may("admin"));
  if (!may("admin")) {
    return <Text size="sm">{common.forbidden("admin")}</Text>;
  }
  return (
    <ShortList list={entries} empty={audit.none} idOf={({ id }) => id}>
      {(entry) => (
        <Group justify="space-between" gap="md">
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
      )}
    </ShortList>
  );
}
