import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ActDialog } from "@/components/ui/act-dialog";
import { Moment, Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { RoleButton } from "@/components/ui/role-button";
import { StateBadge } from "@/components/ui/state-badge";
import type { GitHubSignIn } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useGitHubStatus, useSignOut } from "../api";
import { hasEnded, isOpen, LOOKS, shownOf } from "../sign-in";

interface SignInListProps {
  account: string;
  /** Begins one, or goes on with the one that is named. */
  onSignIn: (id?: string) => void;
}

/** Who has signed in to GitHub for an account, and who is about to. */
export function SignInList({ account, onSignIn }: SignInListProps) {
  const { gitHub } = useAllStrings();
  const status = useGitHubStatus();
  const [ending, setEnding] = useState<GitHubSignIn>();
  return (
    <Loaded query={status} height={60}>
      {({ available, sign_ins }) => (
        <Stack gap="xs">
          {shownOf(sign_ins, account).map((one) => (
            <Line
              key={one.id}
              of={one}
              onGoOn={() => onSignIn(one.id)}
              onEnd={() => setEnding(one)}
            />
          ))}
          {available ? (
            <div>
              <RoleButton role="admin" variant="default" onClick={() => onSignIn()}>
                {gitHub.action}
              </RoleButton>
            </div>
          ) : (
            <Text size="xs" c="dimmed">
              {gitHub.notSetUp}
            </Text>
          )}
          {ending && <SignOutDialog of={ending} onClose={() => setEnding(undefined)} />}
        </Stack>
      )}
    </Loaded>
  );
}

interface LineProps {
  of: GitHubSignIn;
  onGoOn: () => void;
  onEnd: () => void;
}

function Line({ of: signIn, onGoOn, onEnd }: LineProps) {
  const { gitHub } = useAllStrings();
  const { may } = useWorkspace();
  const open = isOpen(signIn);
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs">
        <Text size="sm" component="span">
          <Name>{signIn.user_name ?? signIn.started_by}</Name>
        </Text>
        <StateBadge
          state={LOOKS[signIn.state]}
          label={hasEnded(signIn) ? gitHub.tokenEnded : gitHub.states[signIn.state]}
        />
        {signIn.state === "signed_in" && signIn.token_expires_at && (
          <Text size="xs" c="dimmed" component="span">
            {gitHub.tokenEnds} <Moment at={signIn.token_expires_at} />
          </Text>
        )}
      </Group>
      {may("admin") && !hasEnded(signIn) && (
        <Group gap={4}>
          {open && (
            <Button variant="subtle" size="compact-xs" onClick={onGoOn}>
              {gitHub.goOn}
            </Button>
          )}
          <Button variant="subtle" size="compact-xs" color="red" onClick={onEnd}>
            {open ? gitHub.giveUp.action : gitHub.signOut.action}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function SignOutDialog({ of: signIn, onClose }: { of: GitHubSignIn; onClose: () => void }) {
  const { gitHub } = useAllStrings();
  const text = isOpen(signIn) ? gitHub.giveUp : gitHub.signOut;
  return (
    <ActDialog
      title={text.title}
      consequences={text.steps}
      submit={text.action}
      danger
      call={useSignOut(signIn.id)}
      send={() => undefined}
      done={() => text.done}
      onClose={onClose}
    />
  );
}
