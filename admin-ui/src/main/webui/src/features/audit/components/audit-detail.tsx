import { Code } from "@mantine/core";
import { Moment, Name } from "@/components/ui/figure";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { StateBadge } from "@/components/ui/state-badge";
import type { AuditEntry } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

/** One entry in the drawer, to the last digit of its hash. */
export function AuditDetail({ of: entry }: { of: AuditEntry }) {
  const { audit: text } = useAllStrings();
  const details = Object.entries(entry.details);
  return (
    <Detail
      title={entry.action}
      badge={<StateBadge state={entry.result} label={text.results[entry.result]} />}
    >
      <Facts
        facts={[
          [text.at, <Moment key="at" at={entry.at} />],
          [text.actor, <Name key="actor">{entry.actor}</Name>],
          [text.actorId, <Code key="actor-id">{entry.actor_id}</Code>],
          [text.target, entry.target_type],
          [text.targetId, entry.target && <Code>{entry.target}</Code>],
          [text.source, entry.source ?? text.ownDoing],
          [text.seq, entry.seq],
          [text.hash, <Code key="hash">{entry.hash}</Code>],
        ]}
      />
      {details.length > 0 && (
        <Section title={text.details}>
          <Facts facts={details.map(([name, value]) => [name, <Name key={name}>{value}</Name>])} />
        </Section>
      )}
    </Detail>
  );
}
