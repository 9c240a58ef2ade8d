import { Button, Code, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Moment, Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { TextLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { StateBadge } from "@/components/ui/state-badge";
import { RotationNotice } from "@/features/rotation/components/rotation-notice";
import type { Key, KeyState } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { useWorkspace } from "@/lib/workspace";
import type { KeyAction, KeyPart } from "@/routes/keys";
import { useKey } from "../api";
import { hasRevocation } from "../revocation";
import { KeyActions } from "./key-actions";
import { KeyDialogs } from "./key-dialogs";
import { KeyLimits } from "./key-limits";
import { KeyParts } from "./key-parts";
import { SourceOfKey } from "./source-of-key";

interface KeyDetailProps {
  id: string;
  action: KeyAction;
  onAct: (action: KeyAction) => void;
  /** On its page: which part is looked at. Beside the list there is a glance. */
  parts?: { part: KeyPart; onPart: (part: KeyPart) => void };
}

/** One key, in the drawer and on its page. */
export function KeyDetail({ id, action, onAct, parts }: KeyDetailProps) {
  const key = useKey(id);
  return (
    <Loaded query={key} height={360}>
      {(loaded) => (
        <>
          <KnownKey of={loaded} onAct={onAct} parts={parts} />
          <KeyDialogs of={loaded} action={action} onAct={onAct} />
        </>
      )}
    </Loaded>
  );
}

interface KnownKeyProps extends Pick<KeyDetailProps, "onAct" | "parts"> {
  of: Key;
}

function KnownKey({ of: key, onAct, parts }: KnownKeyProps) {
  const { keys, leases } = useAllStrings();
  const facts = <Facts facts={useFacts(key)} />;
  return (
    <Detail
      title={<Name>{key.name}</Name>}
      badge={<StateBadge state={key.state} label={keys.states[key.state]} />}
      actions={<KeyActions of={key} onAct={onAct} />}
    >
      <KeyNotices of={key} onAct={onAct} />
      {parts?.part !== "rotation" && <RotationNotice of={key} onShow={() => onAct("rotation")} />}
      {parts ? (
        <KeyParts of={key} state={facts} onAct={onAct} {...parts} />
      ) : (
        <>
          {facts}
          <Section title={leases.spend.title}>
            <SpendWindows scope="key" id={key.id} />
          </Section>
        </>
      )}
    </Detail>
  );
}

/** A revocation that needs somebody does not look like one that goes its way. */
const TONES: Partial<Record<KeyState, "warn" | "bad">> = { stuck: "bad", awaiting_manual: "warn" };

/** What about this key waits for somebody. */
function KeyNotices({ of: key, onAct }: { of: Key; onAct: KeyDetailProps["onAct"] }) {
  const { keys, keySources } = useAllStrings();
  const { may } = useWorkspace();
  return (
    <>
      {key.source?.problem && (
        <Notice tone="warn" title={keySources.trouble}>
          <Text size="sm">{key.source.problem}</Text>
          {may("admin") && (
            <Button variant="default" mt={6} onClick={() => onAct("leave-source")}>
              {keySources.leave.action}
            </Button>
          )}
        </Notice>
      )}
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
  const { keys, keyActs, keySources } = useAllStrings();
  return [
    [keyActs.label, key.label && <Name>{key.label}</Name>],
    [keys.provider, providerName(key.provider)],
    [
      keys.account,
      <TextLink key="account" to="/accounts/$id" params={{ id: key.account_id }}>
        <Name>{key.account_name}</Name>
      </TextLink>,
    ],
    [keys.secret, <Code key="secret">{key.masked}</Code>],
    [keySources.title, key.source && <SourceOfKey key="source" of={key.source} />],
    [keyActs.fingerprint, <Code key="fingerprint">{key.fingerprint}</Code>],
    [keys.providerKeyId, key.provider_key_id ?? keys.notBound],
    [keys.limits, <KeyLimits key="limits" of={key} />],
    [keys.models, key.models.join(", ") || keys.allModels],
    [keys.tags, key.tags.join(", ")],
    [keys.direct.title, key.direct_allowed ? keys.direct.allowed : keys.direct.refused],
    [keys.direct.after, key.direct_allowed && key.rotate_after_direct ? keys.direct.rotated : null],
    [
      keys.leases,
      <TextLink key="leases" to="/leases" search={{ key: key.id }}>
        {keys.showLeases}
      </TextLink>,
    ],
    [keys.reason, key.reason],
    [keyActs.lastUsed, <Moment key="used" at={key.last_used_at} absent={keyActs.neverUsed} />],
    [keyActs.expires, key.expires_at && <Moment at={key.expires_at} />],
    [keys.verified, <Moment key="verified" at={key.verified_at} absent={keys.neverVerified} />],
    [keys.changed, <Moment key="changed" at={key.changed_at} />],
    [keys.added, <Moment key="added" at={key.created_at} />],
  ];
}
