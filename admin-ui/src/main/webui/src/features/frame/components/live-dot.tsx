import { IconCircleDashed, IconCircleFilled, IconPlugConnectedX } from "@tabler/icons-react";
import { useStrings } from "@/lib/i18n";
import { useLiveState } from "@/lib/live/live-provider";
import classes from "../frame.module.css";

const LOOKS = {
  live: <IconCircleFilled size={10} color="var(--good)" />,
  connecting: <IconCircleDashed size={14} color="var(--quiet)" />,
  cut: <IconPlugConnectedX size={16} color="var(--bad)" />,
};

/** Whether figures move by themselves. */
export function LiveDot() {
  const { frame } = useStrings();
  const state = useLiveState();
  return (
    <span
      className={classes.dot}
      role="status"
      aria-label={frame.live[state]}
      data-tip={frame.live[state]}
      data-live={state}
      tabIndex={0}
    >
      {LOOKS[state]}
    </span>
  );
}
