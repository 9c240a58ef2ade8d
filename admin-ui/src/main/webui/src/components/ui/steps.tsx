import { Text } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconCircleDashed,
  IconLoader2,
} from "@tabler/icons-react";
import { useAllStrings } from "@/lib/i18n/all";
import { Moment } from "./figure";
import classes from "./steps.module.css";

export interface Step {
  step: string;
  title: string;
  detail?: string | null;
  state: "planned" | "pending" | "running" | "done" | "failed";
  at?: string | null;
}

const SHAPES = {
  planned: <IconCircle size={16} color="var(--quiet)" aria-hidden />,
  pending: <IconCircleDashed size={16} color="var(--quiet)" aria-hidden />,
  running: <IconLoader2 size={16} className="turning" color="var(--warn)" aria-hidden />,
  done: <IconCheck size={16} color="var(--good)" aria-hidden />,
  failed: <IconAlertTriangle size={16} color="var(--bad)" aria-hidden />,
};

/** What will happen or is happening, step by step. */
export function Steps({ steps }: { steps: Step[] }) {
  const { keys } = useAllStrings();
  return (
    <ol className={classes.steps}>
      {steps.map(({ step, title, detail, state, at }) => (
        <li key={step} data-step={step} data-state={state}>
          {SHAPES[state]}
          <div>
            <Text size="sm">{title}</Text>
            {detail && (
              <Text size="xs" c="dimmed">
                {detail}
              </Text>
            )}
          </div>
          <Text size="xs" c="dimmed" component="span" className={classes.state}>
            {keys.revoke.stepStates[state]} {at && <Moment at={at} />}
          </Text>
        </li>
      ))}
    </ol>
  );
}
