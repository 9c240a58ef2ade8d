import { Group, Stack, Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";

interface PageProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A list: title and actions, what narrows it, the table. The drawer is laid over it. */
export function ListPage({ title, actions, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <Stack gap="md">
      <Group justify="space-between" mih={30}>
        <Title order={1}>{title}</Title>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
}

export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Leasehold`;
  }, [title]);
}
