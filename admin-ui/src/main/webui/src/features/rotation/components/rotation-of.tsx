import { Group, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/ui/loaded";
import { Section } from "@/components/ui/page/detail";
import { RoleButton } from "@/components/ui/role-button";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useRotation } from "../api";
import { canBeRotated, isUnderWay } from "../rotation";
import { RotationList } from "./rotation-list";
import { RotationProgress } from "./rotation-progress";
import { ScheduleOf } from "./schedule-of";

export type RotationAction =
  | "rotate"
  | "rotation"
  | "replace-secret"
  | "leave-source"
  | "roll-back"
  | "abandon-rotation"
  | "schedule"
  | "unschedule";

interface RotationOfProps {
  of: Key;
  onAct: (action: RotationAction) => void;
}

/** How a key gets another secret: now, by itself, and how it went before. */
export function RotationOf({ of: key, onAct }: RotationOfProps) {
  const { rotation: text, keySources } = useAllStrings();
  const rotation = useRotation(key.id);
  return (
    <Stack>
      <Loaded query={rotation} height={120}>
        {(loaded) =>
          isUnderWay(loaded) ? (
            <RotationProgress of={key} rotation={loaded} onAct={onAct} />
          ) : !canBeRotated(key.state) ? (
            <Text size="sm">{text.notNow}</Text>
          ) : (
            <Group gap="xs">
              <RoleButton role="admin" variant="default" onClick={() => onAct("rotate")}>
                {text.rotate.action}
              </RoleButton>
              {key.source ? (
                <RoleButton role="admin" variant="default" onClick={() => onAct("leave-source")}>
                  {keySources.leave.action}
                </RoleButton>
              ) : (
                <RoleButton role="admin" variant="default" onClick={() => onAct("replace-secret")}>
                  {text.replace.action}
                </RoleButton>
              )}
            </Group>
          )
        }
      </Loaded>
      <Section title={text.bySchedule}>
        <ScheduleOf id={key.id} onAct={onAct} />
      </Section>
      <Section title={text.before}>
        <RotationList id={key.id} />
      </Section>
    </Stack>
  );
}
