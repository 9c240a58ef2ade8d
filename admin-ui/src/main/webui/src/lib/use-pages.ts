import { useInfiniteQuery, type QueryKey } from "@tanstack/react-query";
import { useMemo } from "react";

interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

type Fetch<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

export const PAGE_SIZE = 100;

/** A list read page by page along its cursor; `rows` is undefined until the first is there. */
export function usePages<T>(
  queryKey: QueryKey,
  fetch: Fetch<T>,
  options: { refetchInterval?: number } = {},
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    ...options,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const more = useMemo(
    () => (hasNextPage && !isFetching ? () => void fetchNextPage() : undefined),
    [hasNextPage, isFetching, fetchNextPage],
  );
  return { rows, more, error: query.error, retry: () => void query.refetch() };
}
