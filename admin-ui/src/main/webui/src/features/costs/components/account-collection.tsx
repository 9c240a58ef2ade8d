import { ActionIcon, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import { Hint, useMoments } from "@/components/ui/figure";
import { StateBadge } from "@/components/ui/state-badge";
import type { AccountStatus } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useAccountStatuses, useRefreshAccount } from "../api";

/** How reading an account's bill goes, and asking for it now. */
export function AccountCollection({ id }: { id: string }) {
  const { costs } = useAllStrings();
  const { may } = useWorkspace();
  const statuses = useAccountStatuses();
  const refresh = useRefreshAccount();
  const status = statuses.data?.items.find(({ account_id }) => account_id === id);
  const ask = () =>
    refresh.mutate(id, {
      onSuccess: () => notifications.show({ message: costs.refreshed }),
      onError: (error) => notifications.show({ color: "red", message: error.message }),
    });
  return (
    <Group gap="xs" wrap="nowrap">
      {status ? <Status of={status} /> : "–"}
      {may("operator") && (
        <ActionIcon
          size="sm"
          aria-label={costs.refresh}
          data-tip={costs.refresh}
          loading={refresh.isPending}
          onClick={ask}
        >
          <IconRefresh size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

function Status({ of: { status, message, last_good_at, next_poll_at } }: { of: AccountStatus }) {
  const { costs } = useAllStrings();
  const { relative } = useMoments();
  const lines = [
    message,
    last_good_at && costs.lastGood(relative(last_good_at)),
    next_poll_at && costs.nextPoll(relative(next_poll_at)),
  ];
  return (
    <Hint lines={lines}>
      <StateBadge state={status} label={costs.statuses[status]} />
    </Hint>
  );
}
