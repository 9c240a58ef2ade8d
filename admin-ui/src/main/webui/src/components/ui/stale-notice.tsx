import { Button, Text } from "@mantine/core";
import { useStrings } from "@/lib/i18n";
import { useMoments } from "./figure";
import { Notice } from "./notice";

interface StaleNoticeProps {
  /** When what is shown was read. */
  at: number;
  error: Error;
  onRetry: () => void;
}

/** What is shown below is old: how old, and why. */
export function StaleNotice({ at, error, onRetry }: StaleNoticeProps) {
  const { common } = useStrings();
  const { relative } = useMoments();
  return (
    <Notice tone="warn" title={common.stale(relative(new Date(at).toISOString()))}>
      <Text size="xs">{error.message}</Text>
      <Button variant="default" size="compact-xs" mt={4} onClick={onRetry}>
        {common.retry}
      </Button>
    </Notice>
  );
}
