import { Group, Text } from "@mantine/core";
import { Moment } from "@/components/ui/figure";
import { ShortList } from "@/components/ui/short-list";
import { StateBadge } from "@/components/ui/state-badge";
import { useAllStrings } from "@/lib/i18n/all";
import { useRotations } from "../api";

/** Every rotation there was, newest first. */
export function RotationList({ id }: { id: string }) {
  const { rotation: text } = useAllStrings();
  const rotations = useRotations(id);
  return (
    <ShortList list={rotations} empty={text.never} idOf={({ id }) => id ?? ""}>
      {(rotation) => (
        <Group justify="space-between" gap="md">
          <Group gap="sm">
            <StateBadge state={rotation.state} label={text.states[rotation.state]} />
            <Text size="sm" c="dimmed">
              {rotation.scheduled ? text.scheduled : text.ordered}
            </Text>
          </Group>
          <Text size="xs" c="dimmed" component="span">
            <Moment at={rotation.started_at} />
            {rotation.finished_at && (
              <>
                {" – "}
                <Moment at={rotation.finished_at} />
              </>
            )}
          </Text>
        </Group>
      )}
    </ShortList>
  );
}
