import { Group, Text } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { ShortList } from "@/components/ui/short-list";
import { StateBadge } from "@/components/ui/state-badge";
import type { HistoryItem } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { useCorrections } from "../api";
import { idOf, isSameInterval } from "../figures";
import { useAccountNames } from "../use-account-names";
import { CostLines, UsageLines } from "./lines";
import { Figure, Interval } from "./interval";

/** All that was said of one interval, and what had been said before. */
export function FigureDetail({ of: item }: { of: HistoryItem }) {
  const { providers } = useAllStrings();
  const text = providers.past;
  const nameOf = useAccountNames();
  return (
    <Detail
      title={<Interval of={item} />}
      badge={
        <StateBadge
          state={item.complete ? "ok" : "pending"}
          label={item.complete ? text.final : text.notFinal}
        />
      }
    >
      <Facts
        facts={[
          [text.kind, text.kinds[item.kind]],
          [text.account, <Name key="account">{nameOf(item.account_id)}</Name>],
          [text.provider, providerName(item.provider)],
          [text.figure, <Figure key="figure" of={item} />],
          [text.revision, item.revision],
          [text.asOf, <Moment key="as-of" at={item.as_of} />],
          [text.readAt, <Moment key="read" at={item.read_at} />],
          [text.replaced, item.replaced_at && <Moment at={item.replaced_at} />],
        ]}
      />
      <Section title={text.lines}>
        {item.kind === "cost" ? <CostLines of={item} /> : <UsageLines of={item} />}
      </Section>
      {item.revision > 1 && (
        <Section title={text.before}>
          <Before of={item} />
        </Section>
      )}
    </Detail>
  );
}

/** What was said of the same interval before, the first of it first. */
function Before({ of: item }: { of: HistoryItem }) {
  const { providers } = useAllStrings();
  const text = providers.past;
  const { kind, account_id, provider, from, to } = item;
  const corrections = useCorrections({ kind, account_id, provider, from, to });
  const rows = corrections.rows?.filter(
    (other) => isSameInterval(other, item) && other.revision < item.revision,
  );
  return (
    <ShortList list={{ ...corrections, rows }} empty={text.noCorrections.title} idOf={idOf}>
      {(earlier) => (
        <Group justify="space-between" gap="md">
          <Text size="sm" component="span">
            {text.revisionOf(earlier.revision)}: <Figure of={earlier} />
          </Text>
          <Text size="xs" c="dimmed" component="span">
            {text.until} <Moment at={earlier.replaced_at} />
          </Text>
        </Group>
      )}
    </ShortList>
  );
}
