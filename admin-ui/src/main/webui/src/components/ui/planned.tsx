import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

interface PlannedProps {
  count: number;
  /** What it means that there is nothing to be done. */
  nothing: string;
  title: string;
  note: string;
  /** Each of them. */
  children: ReactNode;
}

/** What would become of many things at once. */
export function Planned({ count, nothing, title, note, children }: PlannedProps) {
  return count === 0 ? (
    <EmptyState title={nothing} />
  ) : (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm">{note}</Text>
      {children}
    </Stack>
  );
}
