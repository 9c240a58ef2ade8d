import { Center, FocusTrap, Loader, Stack, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { isPassing } from "@/lib/api/problem";
import { useStrings } from "@/lib/i18n";
import { LiveProvider } from "@/lib/live/live-provider";
import { WorkspaceProvider } from "@/lib/workspace";
import type { Me } from "@/lib/api/types";
import { useMe } from "./api";
import { LeftRail } from "./components/left-rail";
import { NoWorkspace } from "./components/no-workspace";
import { TopBar } from "./components/top-bar";
import { useChosenWorkspace } from "./use-chosen-workspace";
import classes from "./frame.module.css";

/** What is around every page; nothing is shown before it is known for whom. */
export function Frame() {
  const me = useMe();
  if (me.data) {
    return <SignedIn me={me.data} />;
  }
  return (
    <Center h="100dvh" p="md">
      {me.error ? <Away error={me.error} onRetry={() => void me.refetch()} /> : <Loader />}
    </Center>
  );
}

/** What stands in the way of any page. */
function Away({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { frame } = useStrings();
  return (
    <Stack gap="xs" maw={520}>
      <ProblemAlert error={error} onRetry={onRetry} />
      {isPassing(error) && (
        <Text size="sm" c="dimmed">
          {frame.triesAgain}
        </Text>
      )}
    </Stack>
  );
}

function SignedIn({ me }: { me: Me }) {
  const { frame } = useStrings();
  const { named, chosen: membership } = useChosenWorkspace(me);
  const [opened, rail] = useDisclosure(false);
  useHotkeys([["Escape", rail.close]]);
  if (!membership) {
    return <NoWorkspace named={named} workspaces={me.workspaces} />;
  }
  return (
    <WorkspaceProvider
      key={membership.slug}
      membership={membership}
      platformAdmin={me.platform_admin}
    >
      <LiveProvider>
        <a href="#content" className={classes.skip}>
          {frame.skip}
        </a>
        <div className={classes.frame}>
          <FocusTrap active={opened}>
            <aside className={classes.side} data-open={opened}>
              <LeftRail onNavigate={rail.close} />
            </aside>
          </FocusTrap>
          {opened && <div className={classes.beside} onClick={rail.close} />}
          <header className={classes.top}>
            <TopBar me={me} onToggleRail={rail.toggle} railOpen={opened} />
          </header>
          <main id="content" className={classes.content} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </LiveProvider>
    </WorkspaceProvider>
  );
}
