import { Code, Group, Stack, Text } from "@mantine/core";
import { Moment } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Facts } from "@/components/ui/page/facts";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import { useSchedule } from "../api";
import { hoursOf } from "../rotation";
import type { RotationAction } from "./rotation-of";

interface ScheduleOfProps {
  id: string;
  onAct: (action: RotationAction) => void;
}

/** When a key is rotated by itself. */
export function ScheduleOf({ id, onAct }: ScheduleOfProps) {
  const { rotation } = useAllStrings();
  const text = rotation.schedule;
  const schedule = useSchedule(id);
  return (
    <Loaded query={schedule} height={80}>
      {(set) => (
        <Stack gap="sm">
          {set ? (
            <Facts
              facts={[
                [text.cron, <Code key="cron">{set.cron}</Code>],
                [text.zone, set.zone],
                [rotation.overlap, hoursOf(set.overlap_seconds)],
                [text.next, <Moment key="next" at={set.next_at} />],
              ]}
            />
          ) : (
            <Text size="sm" c="dimmed">
              {text.none}
            </Text>
          )}
          <Group gap="xs">
            <RoleButton role="admin" variant="default" onClick={() => onAct("schedule")}>
              {set ? text.change : text.action}
            </RoleButton>
            {set && (
              <RoleButton role="admin" variant="default" onClick={() => onAct("unschedule")}>
                {rotation.unschedule.action}
              </RoleButton>
            )}
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}
