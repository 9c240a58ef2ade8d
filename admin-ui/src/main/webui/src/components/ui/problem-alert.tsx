import { Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { ApiError } from "@/lib/api/problem";
import { useStrings } from "@/lib/i18n";
import { Notice } from "./notice";

interface ProblemAlertProps {
  error: Error;
  onRetry?: () => void;
}

/** What went wrong, in the words of the service, with what to quote and what to do next. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const { common } = useStrings();
  const problem = error instanceof ApiError ? error.problem : undefined;
  const { title, detail } = problem ?? common.network;
  return (
    <Notice tone="bad" title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{detail}</Text>
        {problem?.request_id && <RequestId id={problem.request_id} />}
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {common.retry}
          </Button>
        )}
      </Stack>
    </Notice>
  );
}

function RequestId({ id }: { id: string }) {
  const { common } = useStrings();
  return (
    <Group gap="xs">
      <Text size="xs" c="dimmed">
        {common.requestId} <Code>{id}</Code>
      </Text>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Button variant="subtle" size="compact-xs" onClick={copy}>
            {copied ? common.copied : common.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
