import { Group, Stack, Text } from "@mantine/core";
import { Money, Moment } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Facts } from "@/components/ui/page/facts";
import { RoleButton } from "@/components/ui/role-button";
import { useCapabilities } from "@/features/accounts/api";
import type { Key, KeyAtProvider } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import type { KeyAction } from "@/routes/keys";
import { abilitiesOf, type Abilities } from "../abilities";
import { hasRevocation } from "../revocation";
import { useKeyAtProvider } from "../provider-api";
import { EnforcedThere } from "./enforced-there";

interface KeyThereProps {
  of: Key;
  onAct: (action: KeyAction) => void;
}

/** A key as its provider has it, what can be done with it there, and what only by hand. */
export function KeyThere({ of: key, onAct }: KeyThereProps) {
  const { common, keys } = useAllStrings();
  const { may } = useWorkspace();
  const capabilities = useCapabilities(key.account_id);
  if (!key.provider_key_id) {
    return <Notice tone="warn" title={keys.add.unbound} />;
  }
  return (
    <Loaded query={capabilities} height={160}>
      {(loaded) => {
        const can = abilitiesOf(loaded);
        return (
          <Stack>
            {!can.key_spend?.available ? (
              <ByHand step={can.key_spend?.manual_step} />
            ) : may("operator") ? (
              <SpendThere id={key.id} />
            ) : (
              <Text size="sm">{common.forbidden("operator")}</Text>
            )}
            <EnforcedThere id={key.id} />
            {!hasRevocation(key.state) && <ActsThere of={key} can={can} onAct={onAct} />}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function ByHand({ step }: { step: string | null | undefined }) {
  return (
    step && (
      <Text size="sm" c="dimmed">
        {step}
      </Text>
    )
  );
}

function SpendThere({ id }: { id: string }) {
  const there = useKeyAtProvider(id);
  return (
    <Loaded query={there} height={160}>
      {(spend) => <KnownSpend spend={spend} readAt={there.dataUpdatedAt} />}
    </Loaded>
  );
}

function KnownSpend({ spend, readAt }: { spend: KeyAtProvider; readAt: number }) {
  const { keysThere } = useAllStrings();
  const text = keysThere.spend;
  const asOf = new Date(readAt).toISOString();
  const amount = (value: string | null) => (
    <Money amount={value} provenance="provider" asOf={asOf} unknownBecause={text.untold} />
  );
  const reset = spend.limit_reset ? keysThere.limit.resets[spend.limit_reset] : text.neverReset;
  return (
    <Facts
      facts={[
        [
          text.limit,
          spend.limit === null ? (
            text.noLimit
          ) : (
            <span key="limit">
              {amount(spend.limit)} {reset}
            </span>
          ),
        ],
        [text.remaining, spend.limit !== null && amount(spend.limit_remaining)],
        [text.today, amount(spend.usage_daily)],
        [text.month, amount(spend.usage_monthly)],
        [text.total, amount(spend.usage)],
        [text.expires, <Moment key="expires" at={spend.expires_at} absent={text.never} />],
      ]}
    />
  );
}

function ActsThere({ of: key, can, onAct }: KeyThereProps & { can: Abilities }) {
  const { keysThere } = useAllStrings();
  const button = (action: "limit-there" | "disable-there" | "enable-there", label: string) => (
    <RoleButton role="admin" variant="default" onClick={() => onAct(action)}>
      {label}
    </RoleButton>
  );
  return (
    <>
      <Group gap="xs">
        {can.key_limit?.available && button("limit-there", keysThere.limit.action)}
        {can.disable_key?.available && (
          <>
            {key.state !== "retired" && button("disable-there", keysThere.disable.action)}
            {key.state !== "active" && button("enable-there", keysThere.enable.action)}
          </>
        )}
      </Group>
      <ByHand step={can.key_limit?.manual_step} />
      <ByHand step={can.disable_key?.manual_step} />
    </>
  );
}
