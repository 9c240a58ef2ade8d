import { Group, SimpleGrid, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useDocumentTitle } from "./list-page";

interface BoardPageProps {
  title: string;
  /** What is to be known before any figure. */
  status?: ReactNode;
  figures: ReactNode;
  children: ReactNode;
}

/** A board: figures on top, charts, tables under them. */
export function BoardPage({ title, status, figures, children }: BoardPageProps) {
  useDocumentTitle(title);
  return (
    <Stack gap="md">
      <Group justify="space-between" mih={30}>
        <Title order={1}>{title}</Title>
        {status}
      </Group>
      {figures}
      {children}
    </Stack>
  );
}

/** Two parts side by side where there is room. */
export function Halves({ children }: { children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      {children}
    </SimpleGrid>
  );
}
