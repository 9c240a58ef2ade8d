import { Group, Paper, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface CardProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One part of a board. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{title}</Title>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Paper>
  );
}
