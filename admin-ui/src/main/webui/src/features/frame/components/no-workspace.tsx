import { Button, Group } from "@mantine/core";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import type { Me } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";

interface NoWorkspaceProps {
  /** The one that was asked for. */
  named: string | undefined;
  workspaces: Me["workspaces"];
}

/** The user is not in the workspace that was asked for, or in none at all. */
export function NoWorkspace({ named, workspaces }: NoWorkspaceProps) {
  const { frame } = useStrings();
  const { title, detail } =
    named === undefined || workspaces.length === 0
      ? frame.noWorkspace
      : frame.foreignWorkspace(named);
  return (
    <main>
      <EmptyState heading title={title} detail={detail}>
        <Group gap="xs" mt="sm" justify="center">
          {workspaces.map(({ slug, name }) => (
            <ButtonLink key={slug} to="/" search={{ workspace: slug }}>
              {name}
            </ButtonLink>
          ))}
          <Button component="a" href="/logout" variant="default">
            {frame.signOut}
          </Button>
        </Group>
      </EmptyState>
    </main>
  );
}
