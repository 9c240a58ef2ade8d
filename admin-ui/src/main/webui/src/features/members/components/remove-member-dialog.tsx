import { notifications } from "@mantine/notifications";
import { RemoveDialog } from "@/components/ui/remove-dialog";
import type { Member } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useRemoveMember } from "../api";

interface RemoveMemberDialogProps {
  of: Member;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveMemberDialog({ of: member, onRemoved, onClose }: RemoveMemberDialogProps) {
  const { members } = useStrings();
  const text = members.remove;
  const { username, domain } = member;
  const removal = useRemoveMember({ member: member.id, domain: domain ?? undefined });
  return (
    <RemoveDialog
      title={text.title(username)}
      consequences={[
        domain ? text.steps.domain(domain) : text.steps.workspace,
        text.steps.account,
        text.steps.audit,
      ]}
      label={text.type(username)}
      name={username}
      submit={text.action}
      removal={removal}
      onRemoved={() => {
        notifications.show({ color: "green", message: text.done(username) });
        onRemoved();
      }}
      onClose={onClose}
    />
  );
}
