import { Text } from "@mantine/core";
import { changeOf, formatChange } from "@/lib/quantity";
import { useStrings } from "@/lib/i18n";
import { useRangeName } from "@/lib/use-range";
import { Hint } from "./hint";

/** How a figure moved against the period before: signed, and without a judgement by colour. */
export function Change({ now, before }: { now: number; before: number }) {
  const { common, frame, locale } = useStrings();
  const range = useRangeName();
  const change = changeOf(now, before);
  return (
    <Text component="span" size="xs" c="dimmed">
      <Hint lines={[common.change.before(frame.spans[range])]}>
        {change === null ? common.change.none : formatChange(change, locale)}
      </Hint>
    </Text>
  );
}
