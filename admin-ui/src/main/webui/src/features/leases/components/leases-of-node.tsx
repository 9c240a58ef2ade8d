import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { StateBadge } from "@/components/ui/state-badge";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { useLeases } from "../api";
import classes from "./leases-of-node.module.css";

/** What one node holds and held, as far as fits here; the list has the rest. */
export function LeasesOfNode({ id }: { id: string }) {
  const { nodes, common } = useAllStrings();
  const { rows, partial, error, retry } = useLeases({ node: id });
  if (!rows) {
    return error ? (
      <ProblemAlert error={error} onRetry={retry} />
    ) : (
      <Skeleton height={40} role="status" aria-label={common.loading} />
    );
  }
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {nodes.noLeases}
      </Text>
    );
  }
  return (
    <Stack gap={0}>
      {rows.map((lease) => (
        <LeaseLine key={lease.lease_id} of={lease} />
      ))}
      {partial && (
        <TextLink to="/leases" search={{ node: id }}>
          {nodes.allLeases}
        </TextLink>
      )}
    </Stack>
  );
}

function LeaseLine({ of: lease }: { of: Lease }) {
  const { leases } = useAllStrings();
  return (
    <Group gap="xs" justify="space-between" className={classes.line}>
      <TextLink to="/leases/$id" params={{ id: lease.lease_id }}>
        {providerName(lease.provider)} · <Name>{lease.key_name}</Name>
      </TextLink>
      <Group gap="md">
        <StateBadge state={lease.state} label={leases.states[lease.state]} />
        <Text size="xs" c="dimmed" component="span">
          {lease.ended_at ? leases.ended : leases.expires}{" "}
          <Moment at={lease.ended_at ?? lease.expire_time} absent={leases.never} />
        </Text>
      </Group>
    </Group>
  );
}
