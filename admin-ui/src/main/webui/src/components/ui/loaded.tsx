import { Box, Button, Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import { useMoments } from "./figure";
import { Notice } from "./notice";
import { ProblemAlert } from "./problem-alert";

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** What stands in the data's place while there are none; about as high as they will be. */
  height?: number;
  children: (data: T) => ReactNode;
}

/** A part that loads, fails and is retried alone; stale data stay visible with their age. */
export function Loaded<T>({ query, height = 120, children }: LoadedProps<T>) {
  const { common } = useStrings();
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.error ? (
      <ProblemAlert error={query.error} onRetry={retry} />
    ) : (
      <Skeleton height={height} aria-label={common.loading} />
    );
  }
  if (!query.error) {
    return children(query.data);
  }
  return (
    <Stack gap="xs">
      <StaleNotice at={query.dataUpdatedAt} error={query.error} onRetry={retry} />
      <Box opacity={0.6}>{children(query.data)}</Box>
    </Stack>
  );
}

function StaleNotice(props: { at: number; error: Error; onRetry: () => void }) {
  const { common } = useStrings();
  const { relative } = useMoments();
  return (
    <Notice tone="warn" title={common.stale(relative(new Date(props.at).toISOString()))}>
      <Text size="xs">{props.error.message}</Text>
      <Button variant="default" size="compact-xs" mt={4} onClick={props.onRetry}>
        {common.retry}
      </Button>
    </Notice>
  );
}
