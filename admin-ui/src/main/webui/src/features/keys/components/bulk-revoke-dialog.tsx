import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { OrderForm } from "@/components/ui/order-form";
import { Planned } from "@/components/ui/planned";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { CloseButton } from "@/components/ui/progress";
import type { BulkRevocation, KeyFilter } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
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
  const { keys } = useAllStrings();
  const [begun, setBegun] = useState<BulkRevocation[]>();
  const revoke = useBulkRevoke(filter, setBegun);
  return (
    <Dialog onClose={onClose} title={keys.bulkRevoke.title}>
      {begun ? (
        <Begun begun={begun} beginning={revoke.isPending} error={revoke.error} onClose={onClose} />
      ) : (
        <Plan filter={filter} call={revoke} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface PlanProps extends BulkRevokeDialogProps {
  call: ReturnType<typeof useBulkRevoke>;
}

function Plan({ filter, call, onClose }: PlanProps) {
  const { keys } = useAllStrings();
  const text = keys.bulkRevoke;
  const { slug } = useWorkspace();
  const [force, setForce] = useState(false);
  const plan = useBulkPlan(filter, force);
  return (
    <OrderForm
      plan={plan}
      height={240}
      isWorthIt={(rows) => rows.length > 0}
      force={{ label: text.force, checked: force, onChange: setForce }}
      confirm={{ label: text.type, name: slug }}
      call={call}
      send={(order) => order}
      submit={text.submit}
      danger
      onDone={() => undefined}
      onCancel={onClose}
    >
      {(rows) => (
        <Planned
          count={rows.length}
          nothing={text.nothing}
          title={text.plan(rows.length, leasesOf(rows))}
          note={text.byFilter}
        >
          <BulkTable rows={rows} />
        </Planned>
      )}
    </OrderForm>
  );
}

function leasesOf(rows: BulkRevocation[]): number {
  return rows.reduce((sum, { leases_affected }) => sum + leases_affected, 0);
}

interface BegunProps {
  begun: BulkRevocation[];
  /** Not all have been begun yet. */
  beginning: boolean;
  error: Error | null;
  onClose: () => void;
}

function Begun({ begun, beginning, error, onClose }: BegunProps) {
  const { keys } = useAllStrings();
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
      <CloseButton onClose={onClose} />
    </Stack>
  );
}
