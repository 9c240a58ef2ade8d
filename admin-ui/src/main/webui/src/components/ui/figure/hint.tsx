import { Text, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./figure.module.css";

/** Text with more to say on hover and on keyboard focus. */
export function Hint({ lines, children }: { lines: ReactNode[]; children: ReactNode }) {
  const label = lines.filter(Boolean).map((line, at) => (
    <Text key={at} size="xs" className="numeric" component="span" display="block">
      {line}
    </Text>
  ));
  return (
    <Tooltip label={label} disabled={label.length === 0}>
      <span className={classes.hint} tabIndex={label.length > 0 ? 0 : undefined}>
        {children}
      </span>
    </Tooltip>
  );
}
