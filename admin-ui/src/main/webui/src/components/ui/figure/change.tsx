import { Text } from "@mantine/core";
import { changeOf, formatChange } from "@/lib/quantity";
import { isNamed } from "@/lib/range";
import { useStrings } from "@/lib/i18n";
import { useRangeChoice } from "@/lib/use-range";
import { Hint } from "./hint";

/** How a figure moved against the period before: signed, and without a judgement by colour. */
export function Change({ now, before }: { now: number; before: number }) {
  const { common, frame, locale } = useStrings();
  const range = useRangeChoice();
  const span = isNamed(range) ? frame.spans[range] : common.change.sameLength;
  const change = changeOf(now, before);
  return (
    <Text component="span" size="xs" c="dimmed">
      <Hint lines={[common.change.before(span)]}>
        {change === null ? common.change.none : formatChange(change, locale)}
      </Hint>
    </Text>
  );
}
