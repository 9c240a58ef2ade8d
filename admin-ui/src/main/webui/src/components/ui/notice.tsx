import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";

const SHAPES = {
  good: IconCheck,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
  plain: IconInfoCircle,
};

interface NoticeProps {
  tone: keyof typeof SHAPES;
  title: ReactNode;
  children?: ReactNode;
}

/** Something to be known before the rest; its tone has a shape as well as a colour. */
export function Notice({ tone, title, children }: NoticeProps) {
  const Shape = SHAPES[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <Shape size={16} aria-hidden className={classes.shape} />
      <div>
        <div className={classes.title}>{title}</div>
        {children}
      </div>
    </div>
  );
}
