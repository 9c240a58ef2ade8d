import { Group } from "@mantine/core";
import { RoleButton } from "@/components/ui/role-button";
import type { SettingsAction } from "@/routes/settings";

interface SettingActionsProps {
  edit: string;
  remove: string;
  onAct: (action: SettingsAction) => void;
}

/** What an admin may do with one thing of the settings. */
export function SettingActions({ edit, remove, onAct }: SettingActionsProps) {
  return (
    <Group gap="xs">
      <RoleButton role="admin" variant="default" onClick={() => onAct("edit")}>
        {edit}
      </RoleButton>
      <RoleButton role="admin" color="red" onClick={() => onAct("remove")}>
        {remove}
      </RoleButton>
    </Group>
  );
}
