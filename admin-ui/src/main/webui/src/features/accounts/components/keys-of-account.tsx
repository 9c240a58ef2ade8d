import { List, Skeleton, Text } from "@mantine/core";
import { Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { useKeys } from "@/features/keys/api";
import { useAllStrings } from "@/lib/i18n/all";
import { liveKeys } from "../live-keys";

const NAMED = 5;

/** What becomes of the account's keys: those that live have to be ended first. */
export function KeysOfAccount({ id }: { id: string }) {
  const { accounts, common, keys } = useAllStrings();
  const text = accounts.remove;
  const { rows, partial, error, retry } = useKeys({ account: id });
  if (!rows) {
    return error ? (
      <ProblemAlert error={error} onRetry={retry} />
    ) : (
      <Skeleton height={40} role="status" aria-label={common.loading} />
    );
  }
  const live = liveKeys(rows);
  if (live.length === 0) {
    return <Text size="sm">{text.ended(rows.length, partial)}</Text>;
  }
  return (
    <Notice tone="warn" title={text.live(live.length, partial)}>
      <List size="sm">
        {live.slice(0, NAMED).map((key) => (
          <List.Item key={key.id}>
            <TextLink to="/keys/$id" params={{ id: key.id }}>
              <Name>{key.name}</Name>
            </TextLink>{" "}
            ({keys.states[key.state]})
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
