import { Text } from "@mantine/core";
import { Money } from "@/components/ui/figure";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

/** `$25.00 per day, $400.00 per month`. */
export function KeyLimits({ of: { limits } }: { of: Key }) {
  const { keys } = useAllStrings();
  if (limits.length === 0) {
    return (
      <Text span inherit c="dimmed">
        {keys.noLimit}
      </Text>
    );
  }
  return limits.map(({ period, amount, zone }, at) => (
    <span key={period}>
      {at > 0 && ", "}
      <Money amount={amount} note={keys.limitZone(zone)} /> {periodName(keys.period, period)}
    </span>
  ));
}

function periodName(names: Record<string, string>, period: string): string {
  return names[period] ?? period;
}
