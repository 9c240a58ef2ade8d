import type { ReactNode } from "react";
import classes from "./figure.module.css";

interface HintProps {
  lines: (string | false | null | undefined)[];
  children: ReactNode;
}

/** Text with more to say on hover and on keyboard focus. */
export function Hint({ lines, children }: HintProps) {
  const tip = lines.filter(Boolean).join("\n");
  return (
    <span className={classes.hint} data-tip={tip} tabIndex={tip ? 0 : undefined}>
      {children}
    </span>
  );
}
