import { Group, Stack, Text } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { StateBadge } from "@/components/ui/state-badge";
import { useStrings } from "@/lib/i18n";
import { useLeases } from "../api";

/** What one node holds and held. */
export function LeasesOfNode({ id }: { id: string }) {
  const { nodes, leases } = useStrings();
  const { rows = [] } = useLeases({ node: id });
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {nodes.noLeases}
      </Text>
    );
  }
  return (
    <Stack gap={6}>
      {rows.map((lease) => (
        <Group key={lease.id} gap="md" justify="space-between">
          <TextLink to="/leases/$id" params={{ id: lease.id }}>
            {lease.provider} · <Name>{lease.key_name}</Name>
          </TextLink>
          <Group gap="md">
            <StateBadge state={lease.state} label={leases.states[lease.state]} />
            <Moment at={lease.expires_at} />
          </Group>
        </Group>
      ))}
    </Stack>
  );
}
