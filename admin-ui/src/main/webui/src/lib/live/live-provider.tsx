import { useDocumentVisibility } from "@mantine/hooks";
import { useQueryClient, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { signIn } from "@/lib/sign-in";
import { useWorkspace } from "@/lib/workspace";
import { openFeed, type FeedState } from "./event-feed";
import { throttle } from "./throttle";

/** Figures are asked for again at most this often, however many requests end. */
const CALM = 1_000;
const POLL = 15_000;

const LiveContext = createContext<FeedState>("connecting");

/**
 * The tab's one event stream. What it tells is that figures moved; the queries fetch them. A tab that nobody looks at
 * gives its connection back: browsers open only a few to one server.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { slug } = useWorkspace();
  const hidden = useDocumentVisibility() === "hidden";
  const queries = useQueryClient();
  const [state, setState] = useState<FeedState>("connecting");

  useEffect(() => {
    if (hidden) {
      return undefined;
    }
    const refresh = throttle(() => askAgain(queries, [slug, "stats"]), CALM);
    const close = openFeed({
      url: "/api/v1/live",
      headers: { "leasehold-workspace": slug },
      onEvent: refresh.run,
      onState: (now) => {
        setState(now);
        refresh.runAfterPause();
      },
      onUnauthenticated: signIn,
    });
    return () => {
      close();
      refresh.cancel();
    };
  }, [queries, slug, hidden]);

  return <LiveContext value={state}>{children}</LiveContext>;
}

/** What is being asked already may be too old by a moment; it is awaited and shown all the same, never cut off. */
async function askAgain(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  const underWay = { queryKey, fetchStatus: "fetching" } as const;
  await queries.refetchQueries(underWay, { cancelRefetch: false });
  await queries.invalidateQueries({ queryKey });
}

export function useLiveState(): FeedState {
  return use(LiveContext);
}

/** How often live figures are polled: not at all while the stream tells when they move. */
export function useLivePolling(): number | false {
  return useLiveState() === "live" ? false : POLL;
}
