import { Box, Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import { ProblemAlert } from "./problem-alert";
import { StaleNotice } from "./stale-notice";

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** What stands in the data's place while there are none; about as high as they will be. */
  height?: number;
  children: (data: T) => ReactNode;
}

/**
 * A part that loads, fails and is retried alone. Data that are not those asked for stay visible, greyed: old ones with
 * their age, those of the question before until the answer is there.
 */
export function Loaded<T>({ query, height = 120, children }: LoadedProps<T>) {
  const { common } = useStrings();
  const { data, error, isPlaceholderData, dataUpdatedAt } = query;
  const retry = () => void query.refetch();
  if (data === undefined) {
    return error ? (
      <ProblemAlert error={error} onRetry={retry} />
    ) : (
      <Skeleton height={height} role="status" aria-label={common.loading} />
    );
  }
  return (
    <Stack gap="xs">
      {error && <StaleNotice at={dataUpdatedAt} error={error} onRetry={retry} />}
      <Box opacity={error || isPlaceholderData ? 0.6 : undefined} aria-busy={isPlaceholderData}>
        {children(data)}
      </Box>
    </Stack>
  );
}
