import { Text } from "@mantine/core";
import { useState } from "react";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Member } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useChangeRole } from "../api";
import { RoleInput } from "./role-input";

export function ChangeRoleDialog({ of: member, onClose }: { of: Member; onClose: () => void }) {
  const { members } = useStrings();
  const text = members.change;
  const [role, setRole] = useState(member.role);
  const change = useChangeRole({ member: member.id, domain: member.domain ?? undefined });
  const onSuccess = () => {
    announceDone(text.done(member.username, members.roles[role]));
    onClose();
  };
  return (
    <FormDialog
      title={text.title(member.username)}
      submit={text.submit}
      disabled={role === member.role}
      call={change}
      onSubmit={() => change.mutate(role, { onSuccess })}
      onClose={onClose}
    >
      <RoleInput value={role} onChange={setRole} />
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
    </FormDialog>
  );
}
