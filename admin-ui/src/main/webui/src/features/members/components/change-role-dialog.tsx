import { Text } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Member } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useChangeRole } from "../api";
import { RoleInput } from "./role-input";

export function ChangeRoleDialog({ of: member, onClose }: { of: Member; onClose: () => void }) {
  const { members } = useAllStrings();
  const text = members.change;
  const shown = useNames();
  const name = shown(member.username);
  const [role, setRole] = useState(member.role);
  return (
    <FormDialog
      title={text.title(name)}
      submit={text.submit}
      disabled={role === member.role}
      call={useChangeRole({ member: member.id, domain: member.domain ?? undefined })}
      read={() => role}
      done={() => text.done(name, members.roles[role])}
      onClose={onClose}
    >
      <RoleInput value={role} onChange={setRole} />
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
    </FormDialog>
  );
}
