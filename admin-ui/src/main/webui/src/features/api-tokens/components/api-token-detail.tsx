import { Name, Moment } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Detail } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { RoleButton } from "@/components/ui/role-button";
import type { ApiToken } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { SettingsAction } from "@/routes/settings";
import { useApiToken } from "../api";
import { ApiTokenBadge } from "./api-token-list";
import { RevokeApiTokenDialog } from "./revoke-api-token-dialog";

interface ApiTokenDetailProps {
  id: string;
  action: SettingsAction;
  onAct: (action: SettingsAction) => void;
}

/** One token in the drawer; the token itself is nowhere. */
export function ApiTokenDetail({ id, action, onAct }: ApiTokenDetailProps) {
  const token = useApiToken(id);
  return (
    <Loaded query={token} height={260}>
      {(loaded) => (
        <>
          <KnownApiToken of={loaded} onAct={onAct} />
          {action === "remove" && (
            <RevokeApiTokenDialog of={loaded} onClose={() => onAct(undefined)} />
          )}
        </>
      )}
    </Loaded>
  );
}

function KnownApiToken({
  of: token,
  onAct,
}: {
  of: ApiToken;
  onAct: ApiTokenDetailProps["onAct"];
}) {
  const { apiTokens: text, members } = useAllStrings();
  return (
    <Detail
      title={<Name>{token.name}</Name>}
      badge={<ApiTokenBadge of={token} text={text} />}
      actions={
        token.state !== "revoked" && (
          <RoleButton role="admin" color="red" onClick={() => onAct("remove")}>
            {text.revoke.action}
          </RoleButton>
        )
      }
    >
      <Facts
        facts={[
          [text.token, <code key="token">{token.masked}</code>],
          [members.role, members.roles[token.role]],
          [members.roleFor, token.domain ? <Name>{token.domain}</Name> : members.wholeWorkspace],
          [text.lastUsed, <Moment key="used" at={token.last_used_at} absent={text.neverUsed} />],
          [text.expires, <Moment key="expires" at={token.expires_at} absent={text.neverExpires} />],
          [text.created, <Moment key="created" at={token.created_at} />],
          [text.createdBy, <Name key="by">{token.created_by}</Name>],
          [text.revoked, token.revoked_at && <Moment at={token.revoked_at} />],
          [text.revokedBy, token.revoked_by && <Name>{token.revoked_by}</Name>],
        ]}
      />
    </Detail>
  );
}
