import { Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/figure";
import { Notice } from "@/components/ui/notice";
import { OrderForm } from "@/components/ui/order-form";
import { Planned } from "@/components/ui/planned";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { CloseButton } from "@/components/ui/progress";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, type Column } from "@/components/ui/table";
import type { LeaseFilter, RevokedLease } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { wholeList } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";
import { useBulkPlan, useBulkRevoke } from "../api";

interface BulkRevokeDialogProps {
  filter: LeaseFilter;
  onClose: () => void;
}

/** Before: which leases it would be. From then on: the same leases, as they end. */
export function BulkRevokeDialog({ filter, onClose }: BulkRevokeDialogProps) {
  const { leases } = useAllStrings();
  const text = leases.revokeThese;
  const [begun, setBegun] = useState<RevokedLease[]>();
  const revoke = useBulkRevoke(filter, setBegun);
  return (
    <Dialog title={text.title} onClose={onClose}>
      {begun ? (
        <Stack>
          <Notice
            tone={revoke.isPending ? "plain" : revoke.error ? "warn" : "good"}
            title={text.done(begun.length)}
          >
            {revoke.isPending && <Text size="sm">{text.under}</Text>}
          </Notice>
          {revoke.error && <ProblemAlert error={revoke.error} />}
          <RevokedTable rows={begun} />
          <CloseButton onClose={onClose} />
        </Stack>
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
  const { leases } = useAllStrings();
  const text = leases.revokeThese;
  const { slug } = useWorkspace();
  const plan = useBulkPlan(filter);
  return (
    <OrderForm
      plan={plan}
      height={240}
      isWorthIt={(rows) => rows.length > 0}
      reasonRequired
      confirm={{ label: text.type, name: slug }}
      call={call}
      send={({ reason = "" }) => reason}
      submit={text.submit}
      danger
      onDone={() => undefined}
      onCancel={onClose}
    >
      {(rows) => (
        <Planned
          count={rows.length}
          nothing={text.nothing}
          title={text.plan(rows.length, nodesOf(rows))}
          note={text.refuse}
        >
          <RevokedTable rows={rows} />
        </Planned>
      )}
    </OrderForm>
  );
}

function nodesOf(rows: RevokedLease[]): number {
  return new Set(rows.map(({ node_id }) => node_id)).size;
}

function RevokedTable({ rows }: { rows: RevokedLease[] }) {
  const { leases } = useAllStrings();
  const columns = useMemo(() => columnsOf(leases), [leases]);
  return (
    <DataTable
      name="revoked-leases"
      caption={leases.title}
      columns={columns}
      list={wholeList(rows)}
      idOf={({ lease_id }) => lease_id}
      empty={null}
      maxHeight="320px"
    />
  );
}

function columnsOf(text: Strings["leases"]): Column<RevokedLease>[] {
  return [
    {
      id: "node",
      header: text.node,
      fixed: true,
      cell: ({ node_name }) => <Name>{node_name}</Name>,
    },
    { id: "key", header: text.key, cell: ({ key_name }) => <Name>{key_name}</Name> },
    {
      id: "state",
      header: text.state,
      cell: ({ state }) => <StateBadge state={state} label={text.states[state]} />,
    },
  ];
}
