import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { Facts } from "@/components/ui/page/facts";
import { StateBadge } from "@/components/ui/state-badge";
import { SignInList } from "@/features/github-sign-in/components/sign-in-list";
import { useKey } from "@/features/keys/api";
import type { AccountUsage, KeyOver, ProviderUsage } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { CannotTellList } from "./cannot-tell-list";
import { CardActions } from "./card-actions";
import { QuotaList } from "./quota-list";
import { Spend } from "./spend";
import classes from "./account-card.module.css";

/** Its keys come by signing in. */
const GITHUB_COPILOT = "github-copilot";

interface AccountCardProps {
  of: AccountUsage;
  provider: ProviderUsage;
  onPlan: () => void;
  onSignIn: (id?: string) => void;
}

/** What one account's provider says, how old that is, and what it does not say. */
export function AccountCard({ of: usage, provider, onPlan, onSignIn }: AccountCardProps) {
  const { providers: text, costs } = useAllStrings();
  const shown = useNames();
  const { account, quotas } = usage;
  return (
    <Paper withBorder p="md" component="section" aria-label={shown(account.name)}>
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
          <div className={classes.name}>
            <Title order={2}>
              <Name>{account.name}</Name>
            </Title>
            <Text size="xs" c="dimmed">
              {provider.name}
            </Text>
          </div>
          <StateBadge state={account.status} label={costs.statuses[account.status]} />
        </Group>
        <Troubles of={usage} />
        <KeysOver of={usage.keys_over} />
        <div className={classes.figures} data-stale={account.stale}>
          {quotas.length > 0 && <QuotaList account={account.account_id} of={quotas} />}
          <Spend of={usage} />
        </div>
        <Facts
          facts={[
            [text.asOf, <AsOf key="as-of" of={usage} />],
            [
              text.nextPoll,
              account.next_poll_at ? (
                <Moment key="next" at={account.next_poll_at} />
              ) : (
                text.notByItself
              ),
            ],
          ]}
        />
        {account.provider === GITHUB_COPILOT && (
          <SignInList account={account.account_id} onSignIn={onSignIn} />
        )}
        <CannotTellList of={provider.cannot_tell} provider={provider.name} />
        <CardActions of={account} onPlan={onPlan} />
      </Stack>
    </Paper>
  );
}

/** What is wrong, and what to do; of the parts only what the account does not say itself. */
function Troubles({ of: { account, parts } }: { of: AccountUsage }) {
  const { providers: text } = useAllStrings();
  const others = parts.filter(({ error }) => error !== null && error !== account.message);
  return (
    <>
      {account.message && (
        <Notice tone="warn" title={account.message}>
          {account.last_good_at && (
            <Text size="xs" c="dimmed">
              {text.lastGood} <Moment at={account.last_good_at} />
            </Text>
          )}
        </Notice>
      )}
      {others.map(({ part, error }) => (
        <Notice key={part} tone="warn" title={text.parts[part]}>
          <Text size="sm">{error}</Text>
        </Notice>
      ))}
    </>
  );
}

/** Keys that programs still get here, and that fail at the provider. */
function KeysOver({ of: keys }: { of: KeyOver[] }) {
  const { providers: text } = useAllStrings();
  return keys.length === 0 ? null : (
    <Notice tone="warn" title={text.keysOver(keys.length)}>
      {keys.map(({ key_id, provider_key_id, standing, since }) => (
        <Text key={key_id} size="sm" component="div">
          <TextLink to="/keys/$id" params={{ id: key_id }} underline="always">
            <KeyName id={key_id} there={provider_key_id} />
          </TextLink>{" "}
          {text.standings[standing]} {text.since} <Moment at={since} />
        </Text>
      ))}
    </Notice>
  );
}

/** By our name of it, as soon as that is known; by its provider's until then. */
function KeyName({ id, there }: { id: string; there: string }) {
  const key = useKey(id);
  return <Name>{key.data?.name ?? there}</Name>;
}

function AsOf({ of: { account } }: { of: AccountUsage }) {
  const { providers: text } = useAllStrings();
  return (
    <>
      <Moment at={account.as_of} absent={text.neverRead} />
      {account.stale && <span className={classes.stale}> · {text.stale}</span>}
    </>
  );
}
