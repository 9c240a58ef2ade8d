import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Money, Moment } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import type { DirectUse } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useDirectUse } from "../provider-api";

/** What a key that nodes use themselves has cost by its provider's word, and how old that is. */
export function DirectUseOf({ id }: { id: string }) {
  const use = useDirectUse(id);
  return (
    <Loaded query={use} height={80}>
      {(known) => known.as_of && <KnownUse of={known} />}
    </Loaded>
  );
}

function KnownUse({ of: use }: { of: DirectUse }) {
  const { keysThere } = useAllStrings();
  const text = keysThere.direct;
  const amount = (value: string | null, note?: string) => (
    <Money amount={value} provenance={use.provenance ?? undefined} asOf={use.as_of} note={note} />
  );
  return (
    <Section title={text.title}>
      {use.stopped_at && use.stopped_by && (
        <Notice tone="warn" title={text.stopped(text.periods[use.stopped_by])}>
          {use.exposed && <Text size="sm">{text.exposed}</Text>}
        </Notice>
      )}
      <Facts
        facts={[
          [text.asOf, <Moment key="as-of" at={use.as_of} />],
          [text.perHour, amount(use.per_hour)],
          ...use.items.map((item): [string, ReactNode] => [
            text.periods[item.period],
            <span key={item.period}>
              {amount(item.projected, text.projectedHint)} {text.of} <Money amount={item.limit} />{" "}
              <Text span inherit c="dimmed">
                ({text.projected}; {text.reported} {amount(item.reported)})
              </Text>
            </span>,
          ]),
        ]}
      />
    </Section>
  );
}
