import { Button, Code } from "@mantine/core";
import type { ReactNode } from "react";
import { Moment, Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { TextLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { StateBadge } from "@/components/ui/state-badge";
import type { Key, KeyState } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { providerName } from "@/lib/providers";
import { useWorkspace } from "@/lib/workspace";
import { useKey } from "../api";
import { hasRevocation } from "../revocation";
import { BindDialog } from "./bind-dialog";
import { KeyActions } from "./key-actions";
import { KeyLimits } from "./key-limits";
import { RevokeDialog } from "./revoke-dialog";

export type KeyAction = "add-key" | "add-account" | "bind" | "revoke" | undefined;

interface KeyDetailProps {
  id: string;
  action: KeyAction;
  onAct: (action: KeyAction) => void;
}

/** One key, in the drawer and on its page. */
export function KeyDetail({ id, action, onAct }: KeyDetailProps) {
  const key = useKey(id);
  return (
    <Loaded query={key} height={360}>
      {(loaded) => (
        <>
          <KnownKey of={loaded} onAct={onAct} />
          {action === "bind" && <BindDialog of={loaded} onClose={() => onAct(undefined)} />}
          {action === "revoke" && <RevokeDialog of={loaded} onClose={() => onAct(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function KnownKey({ of: key, onAct }: { of: Key; onAct: KeyDetailProps["onAct"] }) {
  const { keys, leases } = useStrings();
  return (
    <Detail
      title={<Name>{key.name}</Name>}
      badge={<StateBadge state={key.state} label={keys.states[key.state]} />}
      actions={<KeyActions of={key} onRevoke={() => onAct("revoke")} />}
    >
      <KeyNotices of={key} onAct={onAct} />
      <Facts facts={useFacts(key)} />
      <Section title={leases.spend.title}>
        <SpendWindows scope="key" id={key.id} />
      </Section>
    </Detail>
  );
}

/** A revocation that needs somebody does not look like one that goes its way. */
const TONES: Partial<Record<KeyState, "warn" | "bad">> = { stuck: "bad", awaiting_manual: "warn" };

/** What about this key waits for somebody. */
function KeyNotices({ of: key, onAct }: { of: Key; onAct: KeyDetailProps["onAct"] }) {
  const { keys } = useStrings();
  const { may } = useWorkspace();
  return (
    <>
      {hasRevocation(key.state) && (
        <Notice tone={TONES[key.state] ?? "plain"} title={key.reason ?? keys.states[key.state]}>
          <Button variant="default" mt={6} onClick={() => onAct("revoke")}>
            {keys.revoke.show}
          </Button>
        </Notice>
      )}
      {key.binding_candidate && !key.provider_key_id && may("admin") && (
        <Notice tone="warn" title={keys.add.unbound}>
          <Button variant="default" mt={6} onClick={() => onAct("bind")}>
            {keys.bind.action}
          </Button>
        </Notice>
      )}
    </>
  );
}

function useFacts(key: Key): [string, ReactNode][] {
  const { keys } = useStrings();
  return [
    [keys.provider, providerName(key.provider)],
    [keys.account, <Name key="account">{key.account_name}</Name>],
    [keys.secret, <Code key="secret">{key.masked}</Code>],
    [keys.providerKeyId, key.provider_key_id ?? keys.notBound],
    [keys.limits, <KeyLimits key="limits" of={key} />],
    [keys.models, key.models.join(", ") || keys.allModels],
    [keys.tags, key.tags.join(", ")],
    [
      keys.leases,
      <TextLink key="leases" to="/leases" search={{ key: key.id }}>
        {keys.showLeases}
      </TextLink>,
    ],
    [keys.reason, key.reason],
    [keys.verified, <Moment key="verified" at={key.verified_at} absent={keys.neverVerified} />],
    [keys.changed, <Moment key="changed" at={key.changed_at} />],
    [keys.added, <Moment key="added" at={key.created_at} />],
  ];
}
