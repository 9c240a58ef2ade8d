import { SegmentedControl, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { isNamed, RANGES, readRange } from "@/lib/range";
import { useStrings } from "@/lib/i18n";
import { useRangeChoice } from "@/lib/use-range";
import { browserZone } from "@/lib/zone";
import { CustomRangeButton } from "./custom-range-button";
import classes from "./range.module.css";

/** The page's one time range, kept in the URL. */
export function RangePicker() {
  const { frame } = useStrings();
  const choice = useRangeChoice();
  const navigate = useNavigate();
  const choose = (chosen: string) =>
    void navigate({ to: ".", search: (before) => ({ ...before, range: readRange(chosen) }) });
  return (
    <div className={classes.range} role="group" aria-label={frame.range}>
      <SegmentedControl
        aria-label={frame.range}
        size="xs"
        value={isNamed(choice) ? choice : ""}
        data={[...RANGES]}
        onChange={choose}
      />
      <CustomRangeButton choice={choice} onChoose={choose} />
      <Text size="xs" c="dimmed" className={classes.zone} title={frame.zone(browserZone)}>
        {browserZone}
      </Text>
    </div>
  );
}
