import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@/lib/api/client";
import { useWorkspace } from "@/lib/workspace";
import { isOpen, pauseOf } from "./sign-in";

const REFRESH = 15_000;

/** Who has signed in to GitHub, and who is about to. */
export function useGitHubStatus() {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "github-status"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/auth/github/status", { signal })),
    refetchInterval: REFRESH,
  });
}

export function useStartSignIn(account: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/auth/github/device", { body: { account_id: account } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "github-status"] }),
  });
}

/** A sign-in as GitHub is asked about it, as often as it may be, also while its user is on GitHub's page. */
export function useSignIn(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useQuery({
    queryKey: [slug, "github-sign-in", id],
    queryFn: async ({ signal }) => {
      const signIn = await unwrap(api.POST("/api/v1/auth/github/poll", { body: { id }, signal }));
      if (!isOpen(signIn)) {
        void queries.invalidateQueries({ queryKey: [slug, "github-status"] });
        void queries.invalidateQueries({ queryKey: [slug, "providers"] });
      }
      return signIn;
    },
    refetchInterval: ({ state: { data } }) => pauseOf(data),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}

/** Revokes the key that somebody signed in with, or gives a sign-in up. */
export function useSignOut(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/auth/github/logout", { body: { id } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug] }),
  });
}
