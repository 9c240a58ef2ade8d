import { SegmentedControl, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { RANGES, readRange } from "@/lib/range";
import { useStrings } from "@/lib/i18n";
import { useRangeName } from "@/lib/use-range";
import { browserZone } from "@/lib/zone";
import classes from "../frame.module.css";

export function RangePicker() {
  const { frame } = useStrings();
  const range = useRangeName();
  const navigate = useNavigate();
  return (
    <div className={classes.range}>
      <SegmentedControl
        aria-label={frame.range}
        size="xs"
        value={range}
        data={[...RANGES]}
        onChange={(chosen) =>
          void navigate({
            to: ".",
            search: (before) => ({ ...before, range: readRange(chosen) }),
          })
        }
      />
      <Text size="xs" c="dimmed" title={frame.zone(browserZone)}>
        {browserZone}
      </Text>
    </div>
  );
}
