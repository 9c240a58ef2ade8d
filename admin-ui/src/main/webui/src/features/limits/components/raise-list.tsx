import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { Money, Moment, Name } from "@/components/ui/figure";
import { ShortList } from "@/components/ui/short-list";
import { StateBadge } from "@/components/ui/state-badge";
import type { Raise } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useRaises, type Limited } from "../api";
import { EndRaiseDialog } from "./end-raise-dialog";

/** What was added to limits for a time, newest first. */
export function RaiseList({ of }: { of: Limited }) {
  const { limits } = useAllStrings();
  const { may } = useWorkspace();
  const raises = useRaises(of);
  const [ending, setEnding] = useState<Raise>();
  return (
    <>
      <ShortList list={raises} empty={limits.noRaises} idOf={({ id }) => id}>
        {(raise) => (
          <RaiseRow
            of={raise}
            onEnd={may("admin") && isToCome(raise) ? () => setEnding(raise) : undefined}
          />
        )}
      </ShortList>
      {ending && <EndRaiseDialog of={of} raise={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function isToCome({ state }: Raise): boolean {
  return state === "in_force" || state === "scheduled";
}

function RaiseRow({ of: raise, onEnd }: { of: Raise; onEnd: (() => void) | undefined }) {
  const { keys, limits } = useAllStrings();
  return (
    <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap">
      <div>
        <Group gap="sm">
          <Text size="sm" fw={500} component="span">
            + <Money amount={raise.amount} /> {keys.period[raise.period]}
          </Text>
          <StateBadge state={raise.state} label={limits.states[raise.state]} />
          <Text size="sm" c="dimmed" component="span">
            {raise.ended_at ? (
              <>
                {limits.endedBy} <Name>{raise.ended_by ?? ""}</Name> <Moment at={raise.ended_at} />
              </>
            ) : (
              <>
                {limits.from} <Moment at={raise.starts_at} /> {limits.until}{" "}
                <Moment at={raise.ends_at} />
              </>
            )}
          </Text>
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {raise.reason} · {limits.allowedBy} <Name>{raise.approver}</Name>
        </Text>
      </div>
      {onEnd && (
        <Button variant="default" size="compact-sm" flex="none" onClick={onEnd}>
          {limits.end.action}
        </Button>
      )}
    </Group>
  );
}
