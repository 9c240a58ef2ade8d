import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface EmptyStateProps {
  /** There is no other heading: it stands for the whole page. */
  heading?: boolean;
  title: string;
  detail?: string;
  /** The first step out of it. */
  children?: ReactNode;
}

export function EmptyState({ heading = false, title, detail, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} py="xl" px="md">
      {heading ? (
        <Title order={1} ta="center">
          {title}
        </Title>
      ) : (
        <Text fw={600} ta="center">
          {title}
        </Text>
      )}
      {detail && (
        <Text size="sm" c="dimmed" ta="center" maw={420}>
          {detail}
        </Text>
      )}
      {children}
    </Stack>
  );
}
