import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWorkspace } from "@/lib/workspace";

/** A key's own state and secret move with what is under way on it: they are asked for again as that goes on. */
export function useKeyRefresh(progress: string | undefined) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: [slug, "keys"] });
  }, [queries, slug, progress]);
}
