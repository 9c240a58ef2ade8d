import {
  IconAlertTriangle,
  IconArchive,
  IconCheck,
  IconCircle,
  IconCircleDashed,
  IconCircleFilled,
  IconCircleHalf2,
  IconClock,
  IconHandStop,
  IconLoader2,
  IconX,
  type Icon,
} from "@tabler/icons-react";
import classes from "./state-badge.module.css";

interface Look {
  icon: Icon;
  tone: "good" | "warn" | "bad" | "quiet";
  turning?: boolean;
}

/** Every state has a shape of its own, so that none depends on colour. */
const LOOKS: Record<string, Look> = {
  active: { icon: IconCircleFilled, tone: "good" },
  enrolled: { icon: IconCircleFilled, tone: "good" },
  ok: { icon: IconCircleFilled, tone: "good" },
  in_force: { icon: IconCircleFilled, tone: "good" },
  success: { icon: IconCheck, tone: "good" },
  rotated: { icon: IconCheck, tone: "good" },
  running: { icon: IconLoader2, tone: "warn", turning: true },
  awaiting_secret: { icon: IconHandStop, tone: "bad" },
  rolled_back: { icon: IconCircle, tone: "quiet" },
  refused: { icon: IconHandStop, tone: "warn" },
  failed: { icon: IconAlertTriangle, tone: "bad" },
  draining: { icon: IconCircleHalf2, tone: "warn" },
  revoking: { icon: IconLoader2, tone: "warn", turning: true },
  stuck: { icon: IconAlertTriangle, tone: "bad" },
  lost: { icon: IconAlertTriangle, tone: "bad" },
  awaiting_manual: { icon: IconHandStop, tone: "bad" },
  disabled: { icon: IconCircle, tone: "quiet" },
  cancelled: { icon: IconCircle, tone: "quiet" },
  released: { icon: IconCircle, tone: "quiet" },
  revoked: { icon: IconX, tone: "quiet" },
  removed: { icon: IconX, tone: "quiet" },
  deleted: { icon: IconX, tone: "quiet" },
  inactive: { icon: IconCircle, tone: "quiet" },
  unsupported: { icon: IconCircle, tone: "quiet" },
  pending: { icon: IconCircleDashed, tone: "quiet" },
  scheduled: { icon: IconCircleDashed, tone: "quiet" },
  ended_early: { icon: IconCircle, tone: "quiet" },
  retired: { icon: IconArchive, tone: "quiet" },
  expired: { icon: IconClock, tone: "quiet" },
};
const FAULT: Look = { icon: IconAlertTriangle, tone: "warn" };

/** A state in words and shape; one that is not known here is shown as needing a look. */
export function StateBadge({ state, label }: { state: string; label: string }) {
  const { icon: Shape, tone, turning } = LOOKS[state] ?? FAULT;
  return (
    <span className={classes.badge} data-state={state}>
      <Shape
        size={12}
        aria-hidden
        className={turning ? "turning" : undefined}
        color={`var(--${tone})`}
      />
      {label}
    </span>
  );
}
