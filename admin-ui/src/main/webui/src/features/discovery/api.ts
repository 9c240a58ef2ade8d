import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import type { WantedKey } from "@/lib/api/types";
import { useWorkspace } from "@/lib/workspace";

const keyOf = (slug: string) => [slug, "discovery"];

/** What the last look found; nothing is looked for. */
export function useDiscovery() {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/discovery", { signal })),
  });
}

/** Looks again, and imports those that are named; which is then what was found last. */
export function useLook() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (imports: WantedKey[]) =>
      unwrap(api.POST("/api/v1/discovery/runs", { body: { imports } })),
    onSuccess: (found, imports) => {
      queries.setQueryData(keyOf(slug), found);
      return imports.length > 0
        ? queries.invalidateQueries({ queryKey: [slug, "keys"] })
        : undefined;
    },
  });
}
