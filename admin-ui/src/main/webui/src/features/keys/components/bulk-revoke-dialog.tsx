import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { BulkRevocation, KeyFilter } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";
import { useBulkPlan, useBulkProgress, useBulkRevoke } from "../bulk-api";
import { countsOf } from "../bulk-revocation";
import { BulkTable } from "./bulk-table";

interface BulkRevokeDialogProps {
  filter: KeyFilter;
  onClose: () => void;
}

/** Before: which keys it would be. From then on: the same keys, as their revocations go on. */
export function BulkRevokeDialog({ filter, onClose }: BulkRevokeDialogProps) {
  const { keys } = useStrings();
  const [begun, setBegun] = useState<BulkRevocation[]>();
  const revoke = useBulkRevoke(filter, setBegun);
  return (
    <Dialog onClose={onClose} title={keys.bulkRevoke.title}>
      {begun ? (
        <Progress
          begun={begun}
          beginning={revoke.isPending}
          error={revoke.error}
          onClose={onClose}
        />
      ) : (
        <Plan filter={filter} call={revoke} onOrder={revoke.mutate} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface PlanProps extends BulkRevokeDialogProps {
  call: { isPending: boolean; error: Error | null };
  onOrder: (said: { force: boolean; reason?: string }) => void;
}

function Plan({ filter, call, onOrder, onClose }: PlanProps) {
  const { keys } = useStrings();
  const text = keys.bulkRevoke;
  const { slug } = useWorkspace();
  const [force, setForce] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const plan = useBulkPlan(filter, force);
  return (
    <Form
      call={call}
      submit={text.submit}
      danger
      disabled={!confirmed || !plan.data?.length}
      onSubmit={(form) => onOrder({ force, reason: readForm(form).text("reason") })}
      onCancel={onClose}
    >
      <Loaded query={plan} height={240}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={text.nothing} />
          ) : (
            <Stack gap="xs">
              <Text size="sm" fw={600}>
                {text.plan(rows.length, leasesOf(rows))}
              </Text>
              <Text size="sm">{text.byFilter}</Text>
              <BulkTable rows={rows} />
            </Stack>
          )
        }
      </Loaded>
      <TextInput
        name="reason"
        label={keys.revoke.why}
        description={keys.revoke.whyHint}
        maxLength={500}
      />
      <Checkbox
        label={text.force}
        checked={force}
        onChange={(event) => setForce(event.currentTarget.checked)}
      />
      <ConfirmByName label={text.type(slug)} name={slug} onConfirmed={setConfirmed} />
    </Form>
  );
}

function leasesOf(rows: BulkRevocation[]): number {
  return rows.reduce((sum, { leases_affected }) => sum + leases_affected, 0);
}

interface ProgressProps {
  begun: BulkRevocation[];
  /** Not all have been begun yet. */
  beginning: boolean;
  error: Error | null;
  onClose: () => void;
}

function Progress({ begun, beginning, error, onClose }: ProgressProps) {
  const { common, keys } = useStrings();
  const text = keys.bulkRevoke;
  const progress = useBulkProgress(begun);
  const counts = countsOf(progress.rows);
  const over = !beginning && counts.running === 0;
  const good = over && counts.waiting + counts.refused === 0 && !error;
  return (
    <Stack>
      <Notice tone={good ? "good" : over ? "warn" : "plain"} title={text.counts(counts)}>
        {!good && (
          <Text size="sm">{beginning ? text.keepOpen : over ? text.left : text.mayClose}</Text>
        )}
      </Notice>
      {error && <ProblemAlert error={error} />}
      {progress.error && <ProblemAlert error={progress.error} />}
      <BulkTable rows={progress.rows} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common.close}
        </Button>
      </Group>
    </Stack>
  );
}
