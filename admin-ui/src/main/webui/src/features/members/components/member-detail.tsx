import { Text } from "@mantine/core";
import { Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Detail } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { SettingActions } from "@/features/settings/components/setting-actions";
import type { Member } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { SettingsAction } from "@/routes/settings";
import { useMember } from "../api";
import { ChangeRoleDialog } from "./change-role-dialog";
import { SignInBadge } from "./member-list";
import { RemoveMemberDialog } from "./remove-member-dialog";

interface MemberDetailProps {
  id: string;
  /** That the role is for; undefined for the whole workspace. */
  domain: string | undefined;
  action: SettingsAction;
  onAct: (action: SettingsAction) => void;
  onGone: () => void;
}

/** One member in the drawer. */
export function MemberDetail({ id, domain, action, onAct, onGone }: MemberDetailProps) {
  const member = useMember({ member: id, domain });
  return (
    <Loaded query={member} height={260}>
      {(loaded) => (
        <>
          <KnownMember of={loaded} onAct={onAct} />
          {action === "edit" && <ChangeRoleDialog of={loaded} onClose={() => onAct(undefined)} />}
          {action === "remove" && (
            <RemoveMemberDialog of={loaded} onClose={() => onAct(undefined)} onRemoved={onGone} />
          )}
        </>
      )}
    </Loaded>
  );
}

function KnownMember({ of: member, onAct }: { of: Member; onAct: MemberDetailProps["onAct"] }) {
  const { members: text } = useAllStrings();
  return (
    <Detail
      title={<Name>{member.name || member.username}</Name>}
      badge={<SignInBadge enabled={member.enabled} text={text} />}
      actions={
        <SettingActions edit={text.change.action} remove={text.remove.action} onAct={onAct} />
      }
    >
      <Facts
        facts={[
          [text.username, <Name key="username">{member.username}</Name>],
          [text.email, member.email && <Name>{member.email}</Name>],
          [
            text.role,
            <div key="role">
              {text.roles[member.role]}
              <Text size="xs" c="dimmed">
                {text.may[member.role]}
              </Text>
            </div>,
          ],
          [text.roleFor, member.domain ? <Name>{member.domain}</Name> : text.wholeWorkspace],
        ]}
      />
    </Detail>
  );
}
