import { Group, Text } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { ShortList } from "@/components/ui/short-list";
import { StateBadge } from "@/components/ui/state-badge";
import type { NodeEntry } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useTimeline } from "../api";

/** What became of a node and of its leases, newest first. */
export function NodeTimeline({ id }: { id: string }) {
  const { nodes } = useAllStrings();
  const timeline = useTimeline(id);
  return (
    <ShortList
      list={timeline}
      empty={nodes.timeline.none}
      idOf={({ at, what, lease_id }) => `${at} ${what} ${lease_id ?? ""}`}
    >
      {(entry) => <Entry of={entry} />}
    </ShortList>
  );
}

/** As badges know them, where they have another word. */
const BADGES: Record<string, string> = {
  back: "enrolled",
  changed: "scheduled",
  granted: "active",
  moved: "rotated",
};

function Entry({ of: entry }: { of: NodeEntry }) {
  const { nodes } = useAllStrings();
  const text = nodes.timeline;
  const words: Record<string, string> = entry.lease_id ? text.ofLease : text.ofNode;
  return (
    <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap">
      <div>
        <Group gap="sm">
          <StateBadge
            state={BADGES[entry.what] ?? entry.what}
            label={words[entry.what] ?? entry.what}
          />
          {entry.lease_id && (
            <TextLink to="/leases/$id" params={{ id: entry.lease_id }}>
              {entry.key_name ? <Name>{entry.key_name}</Name> : nodes.leases}
            </TextLink>
          )}
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {entry.reason}
          {entry.actor && (
            <>
              {entry.reason && " · "}
              {text.by} <Name>{entry.actor}</Name>
            </>
          )}
        </Text>
      </div>
      <Text size="xs" c="dimmed" component="span" style={{ whiteSpace: "nowrap" }}>
        <Moment at={entry.at} />
      </Text>
    </Group>
  );
}
