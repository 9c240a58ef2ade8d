import { Group, Stack } from "@mantine/core";
import { announceDone } from "@/components/ui/announce";
import { TextLink } from "@/components/ui/links";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { RoleButton } from "@/components/ui/role-button";
import { useRefreshAccount } from "@/features/costs/api";
import type { AccountStatus } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import classes from "./account-card.module.css";

interface CardActionsProps {
  of: AccountStatus;
  onPlan: () => void;
}

export function CardActions({ of: { account_id }, onPlan }: CardActionsProps) {
  const { providers: text, costs } = useAllStrings();
  const refresh = useRefreshAccount();
  const ask = () => refresh.mutate(account_id, { onSuccess: () => announceDone(text.asked) });
  return (
    <Stack gap="xs" className={classes.foot}>
      {refresh.error && <ProblemAlert error={refresh.error} />}
      <Group gap="xs">
        <RoleButton role="operator" variant="default" loading={refresh.isPending} onClick={ask}>
          {costs.refresh}
        </RoleButton>
        <RoleButton role="admin" variant="default" onClick={onPlan}>
          {text.plan.action}
        </RoleButton>
        <TextLink to="/providers/history" search={{ account: account_id }}>
          {text.history}
        </TextLink>
      </Group>
    </Stack>
  );
}
