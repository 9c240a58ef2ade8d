import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
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
  const onSuccess = () => {
    announceDone(text.done(username));
    onRemoved();
  };
  return (
    <ActDialog
      title={text.title(username)}
      consequences={[
        domain ? text.steps.domain(domain) : text.steps.workspace,
        text.steps.account,
        text.steps.audit,
      ]}
      confirm={{ label: text.type(username), name: username }}
      submit={text.action}
      danger
      call={removal}
      onAct={() => removal.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
