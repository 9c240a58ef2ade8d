import { useQuery } from "@tanstack/react-query";
import { apiFor, unwrap } from "@/lib/api/client";

/** Who is signed in, and what they may enter. */
export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => unwrap(apiFor(undefined).GET("/api/v1/me", { signal })),
    staleTime: 5 * 60_000,
  });
}
