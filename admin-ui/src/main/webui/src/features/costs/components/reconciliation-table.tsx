import { Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Moment, Money, Name } from "@/components/ui/figure";
import { DataTable, type Column } from "@/components/ui/table";
import type { Reconciliation } from "@/lib/api/types";
import { useStrings, type Strings } from "@/lib/i18n";
import { AccountCollection } from "./account-collection";
import { Coverage } from "./coverage";

/** Per account: what we measured beside what is billed, each with its age. */
export function ReconciliationTable({ accounts }: { accounts: Reconciliation[] }) {
  const strings = useStrings();
  const columns = useMemo(() => columnsOf(strings), [strings]);
  return (
    <DataTable
      name="reconciliation"
      caption={strings.costs.accounts}
      columns={columns}
      rows={accounts}
      idOf={({ account_id }) => account_id}
      empty={null}
    />
  );
}

function columnsOf({ costs: text, common }: Strings): Column<Reconciliation>[] {
  const { unknownCost } = common;
  return [
    {
      id: "account",
      header: text.account,
      fixed: true,
      cell: (one) => <Name>{one.account_name ?? one.account_id}</Name>,
    },
    { id: "provider", header: text.providerName, cell: ({ provider }) => provider },
    {
      id: "gateway",
      header: text.gateway,
      numeric: true,
      cell: (one) => (
        <Dated at={one.gateway_as_of}>
          <Money
            amount={one.gateway_cost}
            provenance="gateway"
            asOf={one.gateway_as_of}
            unknownBecause={text.noGatewayFigure}
            note={
              one.unknown_cost_requests > 0 ? unknownCost(one.unknown_cost_requests) : undefined
            }
          />
        </Dated>
      ),
    },
    {
      id: "billed",
      header: text.provider,
      numeric: true,
      cell: (one) => (
        <Dated at={one.provider_as_of}>
          <Money
            amount={one.provider_cost}
            provenance="provider"
            asOf={one.provider_as_of}
            unknownBecause={text.noProviderFigure}
            note={one.complete ? undefined : text.incomplete}
          />
        </Dated>
      ),
    },
    {
      id: "drift",
      header: text.drift,
      numeric: true,
      cell: ({ drift }) => <Money amount={drift} unknownBecause={text.noProviderFigure} />,
    },
    {
      id: "coverage",
      header: text.coverage,
      numeric: true,
      cell: ({ coverage }) => <Coverage share={coverage === null ? null : Number(coverage)} />,
    },
    {
      id: "status",
      header: text.status,
      cell: ({ account_id }) => <AccountCollection id={account_id} />,
    },
  ];
}

/** A figure with its age under it. */
function Dated({ at, children }: { at: string | null; children: React.ReactNode }) {
  return (
    <Stack gap={0} align="flex-end" py={4}>
      {children}
      {at && (
        <Text size="xs" c="dimmed" component="span">
          <Moment at={at} />
        </Text>
      )}
    </Stack>
  );
}
