import { Button, Stack, Text } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import type { Listed } from "@/lib/use-pages";
import { Loading } from "./loading";
import { ProblemAlert } from "./problem-alert";

interface ShortListProps<T> {
  list: Listed<T>;
  /** What an empty one means. */
  empty: string;
  idOf: (row: T) => string;
  children: (row: T) => ReactNode;
}

/** A list within a part of a page, of which a few rows are looked at. */
export function ShortList<T>({ list, empty, idOf, children }: ShortListProps<T>) {
  const { common } = useStrings();
  const { rows, more, error, retry } = list;
  if (!rows) {
    return error ? <ProblemAlert error={error} onRetry={retry} /> : <Loading height={80} />;
  }
  return (
    <Stack gap="sm">
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {rows.map((row) => (
        <Fragment key={idOf(row)}>{children(row)}</Fragment>
      ))}
      {more && (
        <div>
          <Button variant="default" onClick={more}>
            {common.more}
          </Button>
        </div>
      )}
    </Stack>
  );
}
