import { useQuery } from "@tanstack/react-query";
import { apiFor, unwrap } from "@/lib/api/client";
import { isPassing } from "@/lib/api/problem";

const TRY_AGAIN = 5_000;

/**
 * Who is signed in, and what they may enter. Without it there is nothing to show, so that what is away is said at once,
 * and asked for again until it is back.
 */
export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => unwrap(apiFor(undefined).GET("/api/v1/me", { signal })),
    staleTime: 5 * 60_000,
    retry: false,
    refetchInterval: ({ state: { error } }) => (error && isPassing(error) ? TRY_AGAIN : false),
  });
}
