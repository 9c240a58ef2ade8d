import { List, Stack, Text } from "@mantine/core";
import { Money, Moment } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { useStrings } from "@/lib/i18n";
import { useLimitsOfKey } from "../api";
import { shareOf } from "../shares";

/** The limits on this key alone, what is doubtful about them, and what was added to them for a time. */
export function KeyLimitsPart({ id }: { id: string }) {
  const { keys, keyActs } = useStrings();
  const text = keyActs.limits;
  const limits = useLimitsOfKey(id);
  return (
    <Loaded query={limits} height={160}>
      {({ limits: set, raises, warnings }) => (
        <Stack>
          {warnings.map((warning) => (
            <Notice key={warning} tone="warn" title={warning} />
          ))}
          {set.length === 0 && <Text size="sm">{text.none}</Text>}
          <Facts
            facts={set.map(({ period, amount, zone, thresholds }) => [
              keys.period[period],
              <div key={period}>
                <Money amount={amount} note={keys.limitZone(zone)} />
                <Text size="xs" c="dimmed">
                  {[
                    zone,
                    thresholds.length > 0 && text.thresholds(thresholds.map(shareOf).join(", ")),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </div>,
            ])}
          />
          {raises.length > 0 && (
            <Section title={text.raises}>
              <List size="sm" spacing={4}>
                {raises.map((raise) => (
                  <List.Item key={raise.id}>
                    <Money amount={raise.amount} /> {keys.period[raise.period]},{" "}
                    {text.states[raise.state]}, {text.until} <Moment at={raise.ends_at} />
                    <Text size="xs" c="dimmed">
                      {text.raise(raise.reason, raise.approver)}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </Section>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
