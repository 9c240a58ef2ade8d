import { ActDialog } from "@/components/ui/act-dialog";
import type { Member } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useRemoveMember } from "../api";

interface RemoveMemberDialogProps {
  of: Member;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveMemberDialog({ of: member, onRemoved, onClose }: RemoveMemberDialogProps) {
  const { members } = useAllStrings();
  const text = members.remove;
  const { username, domain } = member;
  const shown = useNames();
  const name = shown(username);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={[
        domain ? text.steps.domain(shown(domain)) : text.steps.workspace,
        text.steps.account,
        text.steps.audit,
      ]}
      confirm={{ label: text.type, name: username }}
      submit={text.action}
      danger
      call={useRemoveMember({ member: member.id, domain: domain ?? undefined })}
      send={() => undefined}
      done={() => text.done(name)}
      onDone={onRemoved}
      onClose={onClose}
    />
  );
}
