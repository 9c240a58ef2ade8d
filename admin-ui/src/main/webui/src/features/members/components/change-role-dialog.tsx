import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { Member } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useChangeRole } from "../api";
import { RoleInput } from "./role-input";

export function ChangeRoleDialog({ of: member, onClose }: { of: Member; onClose: () => void }) {
  const { members } = useStrings();
  const text = members.change;
  const [role, setRole] = useState(member.role);
  const change = useChangeRole({ member: member.id, domain: member.domain ?? undefined });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate(role, {
      onSuccess: () => {
        notifications.show({
          color: "green",
          message: text.done(member.username, members.roles[role]),
        });
        onClose();
      },
    });
  };
  return (
    <Dialog onClose={onClose} title={text.title(member.username)}>
      <form onSubmit={submit}>
        <Stack>
          <RoleInput value={role} onChange={setRole} />
          <Text size="sm" c="dimmed">
            {text.hint}
          </Text>
          {change.error && <ProblemAlert error={change.error} />}
          <FormActions
            submit={text.submit}
            pending={change.isPending}
            onCancel={onClose}
            disabled={role === member.role}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
