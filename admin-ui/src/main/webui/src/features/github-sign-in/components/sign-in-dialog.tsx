import { Anchor, Button, CopyButton, Group, List, Stack, Text } from "@mantine/core";
import { Dialog } from "@/components/ui/dialog";
import { Moment, Name } from "@/components/ui/figure";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import type { GitHubSignIn } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useSignIn, useStartSignIn } from "../api";
import { isOpen } from "../sign-in";
import classes from "./sign-in-dialog.module.css";

interface SignInDialogProps {
  account: string;
  /** The one that is under way; undefined before it was begun. */
  signIn: string | undefined;
  onBegun: (id: string) => void;
  onClose: () => void;
}

/** Has somebody sign in to GitHub by a code; closed, it is found again at the account. */
export function SignInDialog({ account, signIn, onBegun, onClose }: SignInDialogProps) {
  const { gitHub } = useAllStrings();
  return (
    <Dialog title={gitHub.title} onClose={onClose}>
      {signIn === undefined ? (
        <Begin account={account} onBegun={onBegun} onClose={onClose} />
      ) : (
        <UnderWay id={signIn} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Begin({ account, onBegun, onClose }: Omit<SignInDialogProps, "signIn">) {
  const { gitHub } = useAllStrings();
  return (
    <Form
      submit={gitHub.begin}
      call={useStartSignIn(account)}
      read={() => undefined}
      onDone={({ id }) => onBegun(id)}
      onCancel={onClose}
    >
      <List size="sm" spacing={4}>
        {gitHub.steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </Form>
  );
}

function UnderWay({ id, onClose }: { id: string; onClose: () => void }) {
  const { common } = useAllStrings();
  const signIn = useSignIn(id);
  return (
    <Stack>
      <Loaded query={signIn} height={180}>
        {(known) => (isOpen(known) ? <Code of={known} /> : <Ended as={known} />)}
      </Loaded>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common.close}
        </Button>
      </Group>
    </Stack>
  );
}

/** What is to be typed, and where. */
function Code({ of: { user_code, verification_uri, expires_at, message } }: { of: GitHubSignIn }) {
  const { common, gitHub } = useAllStrings();
  if (!user_code || !verification_uri) {
    return (
      <Notice tone="plain" title={gitHub.states.authorized}>
        {message}
      </Notice>
    );
  }
  return (
    <Stack align="center" gap="sm">
      <Text size="sm">{gitHub.typeThis}</Text>
      <Group gap="sm">
        <output className={classes.code}>{user_code}</output>
        <CopyButton value={user_code}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} data-autofocus>
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Anchor size="sm" href={verification_uri} target="_blank" rel="noreferrer">
        {verification_uri}
      </Anchor>
      <Text size="xs" c="dimmed" ta="center" role="status">
        {gitHub.waiting}{" "}
        {expires_at && (
          <>
            {gitHub.validUntil} <Moment at={expires_at} />
          </>
        )}
      </Text>
      {message && <Notice tone="warn" title={message} />}
    </Stack>
  );
}

function Ended({ as: { state, user_name, message } }: { as: GitHubSignIn }) {
  const { gitHub } = useAllStrings();
  const good = state === "signed_in";
  return (
    <Notice
      tone={good ? "good" : "warn"}
      title={
        good && user_name ? (
          <>
            {gitHub.signedInAs} <Name>{user_name}</Name>
          </>
        ) : (
          gitHub.states[state]
        )
      }
    >
      {message && <Text size="sm">{message}</Text>}
    </Notice>
  );
}
