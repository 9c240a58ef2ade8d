import { useNames } from "@/lib/privacy";

/** A name that somebody gave: of a key, a node, a domain, an account. */
export function Name({ children }: { children: string }) {
  const shown = useNames();
  return <>{shown(children)}</>;
}
