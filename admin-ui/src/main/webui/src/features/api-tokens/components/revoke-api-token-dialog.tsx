import { ActDialog } from "@/components/ui/act-dialog";
import type { ApiToken } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useRevokeApiToken } from "../api";

interface RevokeApiTokenDialogProps {
  of: ApiToken;
  onClose: () => void;
}

export function RevokeApiTokenDialog({ of: token, onClose }: RevokeApiTokenDialogProps) {
  const { apiTokens } = useAllStrings();
  const text = apiTokens.revoke;
  const shown = useNames();
  const name = shown(token.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={[text.steps.refused, text.steps.others, text.steps.audit]}
      confirm={{ label: text.type, name: token.name }}
      submit={text.action}
      danger
      call={useRevokeApiToken(token)}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}
