import { Group, Stack, Text } from "@mantine/core";
import { Money } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { RoleButton } from "@/components/ui/role-button";
import type { Limit, ScopeLimits } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useLimits, type Limited } from "../api";
import { RATES } from "../limits-form";
import { shareOf } from "../shares";
import { RaiseList } from "./raise-list";
import { rateFacts } from "./rate-facts";

interface LimitsOfProps {
  of: Limited;
  onAct: (action: "limits" | "raise") => void;
}

/** The limits on one thing alone, what is doubtful about them, and what was added to them for a time. */
export function LimitsOf({ of, onAct }: LimitsOfProps) {
  const { limits: text } = useAllStrings();
  const limits = useLimits(of);
  return (
    <Stack>
      <Loaded query={limits} height={160}>
        {({ limits: set, rates, warnings }) => (
          <Stack>
            {warnings.map((warning) => (
              <Notice key={warning} tone="warn" title={warning} />
            ))}
            {set.length === 0 && RATES.every((rate) => !rates[rate]) && (
              <Text size="sm">{text.none}</Text>
            )}
            <SetLimits of={set} />
            <SetRates of={rates} />
            <Group gap="xs">
              <RoleButton role="admin" variant="default" onClick={() => onAct("limits")}>
                {text.set.action}
              </RoleButton>
              {set.length > 0 && (
                <RoleButton role="admin" variant="default" onClick={() => onAct("raise")}>
                  {text.raise.action}
                </RoleButton>
              )}
            </Group>
          </Stack>
        )}
      </Loaded>
      <Section title={text.raises}>
        <RaiseList of={of} />
      </Section>
    </Stack>
  );
}

function SetRates({ of: rates }: { of: ScopeLimits["rates"] }) {
  const { limits: text } = useAllStrings();
  return <Facts facts={rateFacts(rates, text.rates)} />;
}

function SetLimits({ of: set }: { of: Limit[] }) {
  const { keys, limits: text } = useAllStrings();
  const toldAt = ({ thresholds }: Limit) =>
    thresholds.length > 0 && text.thresholds(thresholds.map(shareOf).join(", "));
  return (
    <Facts
      facts={set.map((limit) => [
        keys.period[limit.period],
        <div key={limit.period}>
          <Money amount={limit.amount} note={keys.limitZone(limit.zone)} />
          <Text size="xs" c="dimmed">
            {[limit.period !== "total" && limit.zone, toldAt(limit)].filter(Boolean).join(" · ")}
          </Text>
        </div>,
      ])}
    />
  );
}
