import { Code } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { StateBadge } from "@/components/ui/state-badge";
import type { ProviderAccount } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import type { KeyAction } from "@/routes/keys";
import { useAccount } from "../api";
import { AccountActions } from "./account-actions";
import { AccountDialogs } from "./account-dialogs";
import { CapabilityMatrix } from "./capability-matrix";
import { ProviderKeys } from "./provider-keys";

interface AccountDetailProps {
  id: string;
  action: KeyAction;
  onAct: (action: KeyAction) => void;
}

/** One account at a provider, in the drawer and on its page. */
export function AccountDetail({ id, action, onAct }: AccountDetailProps) {
  const account = useAccount(id);
  return (
    <Loaded query={account} height={360}>
      {(loaded) => (
        <>
          <KnownAccount of={loaded} onAct={onAct} />
          <AccountDialogs of={loaded} action={action} onClose={() => onAct(undefined)} />
        </>
      )}
    </Loaded>
  );
}

interface KnownAccountProps {
  of: ProviderAccount;
  onAct: AccountDetailProps["onAct"];
}

function KnownAccount({ of: account, onAct }: KnownAccountProps) {
  const { keys, accounts } = useAllStrings();
  const gone = account.state === "deleted";
  return (
    <Detail
      title={<Name>{account.name}</Name>}
      badge={<StateBadge state={account.state} label={keys.accountStates[account.state]} />}
      actions={!gone && <AccountActions of={account} onAct={onAct} />}
    >
      {account.state === "disabled" && <Notice tone="warn" title={accounts.disabled} />}
      {!gone && !account.has_credential && (
        <Notice tone="warn" title={accounts.noCredential.title}>
          {accounts.noCredential.detail}
        </Notice>
      )}
      <Facts
        facts={[
          [keys.provider, providerName(account.provider)],
          [
            keys.accounts.credential,
            account.credential_masked ? (
              <Code key="credential">{account.credential_masked}</Code>
            ) : (
              keys.accounts.none
            ),
          ],
          [keys.addAccount.endpoint, account.endpoint ?? accounts.ownEndpoint],
          [keys.added, <Moment key="added" at={account.created_at} />],
          [keys.changed, <Moment key="changed" at={account.changed_at} />],
        ]}
      />
      <Section title={accounts.matrix.title}>
        <CapabilityMatrix id={account.id} />
      </Section>
      {!gone && account.capabilities.includes("list_keys") && account.has_credential && (
        <Section title={accounts.atProvider.title}>
          <ProviderKeys id={account.id} />
        </Section>
      )}
    </Detail>
  );
}
