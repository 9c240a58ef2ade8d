import { useLocalStorage } from "@mantine/hooks";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Me } from "@/lib/api/types";

/**
 * The workspace the URL names, if the user is in it: another one's figures are never shown in its place. Without a name
 * it is the last that was used here, else the first; it is written into the URL, so that a link shows a colleague the
 * same thing.
 */
export function useChosenWorkspace({ workspaces }: Me) {
  const named = useSearch({ from: "__root__" }).workspace;
  const router = useRouter();
  const [last, setLast] = useLocalStorage<string | null>({
    key: "leasehold.workspace",
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const find = (slug: string | null) => workspaces.find((one) => one.slug === slug);
  const chosen = named === undefined ? (find(last) ?? workspaces[0]) : find(named);
  const slug = chosen?.slug;

  useEffect(() => {
    if (slug) {
      setLast(slug);
    }
    if (slug && named === undefined) {
      const { pathname } = router.state.location;
      void router.navigate({
        to: pathname,
        search: (before) => ({ ...before, workspace: slug }),
        replace: true,
      });
    }
  }, [slug, named, router, setLast]);

  return { named, chosen };
}
