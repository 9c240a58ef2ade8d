import { useInfiniteQuery, type QueryKey } from "@tanstack/react-query";
import { useMemo } from "react";

interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

type Fetch<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/** A list as far as it was read. */
export interface Listed<T> {
  /** Undefined until the first page is there. */
  rows: T[] | undefined;
  /** Reads the next page; undefined where there is none, or one is on its way. */
  more?: () => void;
  /** Whether the rows are not all there are. */
  partial: boolean;
  /** Why it could not be read the last time. */
  error: Error | null;
  /** When the rows were read. */
  readAt: number;
  retry: () => void;
}

export const PAGE_SIZE = 100;

/** A list that is all there. */
export function wholeList<T>(rows: T[]): Listed<T> {
  return { rows, partial: false, error: null, readAt: Date.now(), retry: () => undefined };
}

/** A list read page by page along its cursor. */
export function usePages<T>(
  queryKey: QueryKey,
  fetch: Fetch<T>,
  options: { refetchInterval?: number; enabled?: boolean } = {},
): Listed<T> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    ...options,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const { hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const more = useMemo(
    () => (hasNextPage && !isFetching ? () => void fetchNextPage() : undefined),
    [hasNextPage, isFetching, fetchNextPage],
  );
  return {
    rows,
    more,
    partial: hasNextPage,
    error: query.error,
    readAt: query.dataUpdatedAt,
    retry: () => void refetch(),
  };
}
