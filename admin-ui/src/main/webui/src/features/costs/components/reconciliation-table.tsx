import { Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Hint, Moment, Money, Name } from "@/components/ui/figure";
import { DataTable, type Column } from "@/components/ui/table";
import type { Reconciliation } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { formatSpan } from "@/lib/time";
import { wholeList } from "@/lib/use-pages";
import { browserZone } from "@/lib/zone";
import { AccountCollection } from "./account-collection";
import { Coverage } from "./coverage";
import { ProviderCost } from "./provider-cost";

/** Per account: what we measured beside what is billed, each with its age. */
export function ReconciliationTable({ accounts }: { accounts: Reconciliation[] }) {
  const strings = useAllStrings();
  const columns = useMemo(() => columnsOf(strings), [strings]);
  return (
    <DataTable
      name="reconciliation"
      caption={strings.costs.accounts}
      columns={columns}
      list={wholeList(accounts)}
      idOf={({ account_id }) => account_id}
      empty={null}
    />
  );
}

function columnsOf({ costs: text }: Strings): Column<Reconciliation>[] {
  return [
    {
      id: "account",
      header: text.account,
      fixed: true,
      cell: (one) => <Name>{one.account_name ?? one.account_id}</Name>,
    },
    { id: "provider", header: text.providerName, cell: ({ provider }) => providerName(provider) },
    {
      id: "time",
      header: text.billedTime,
      cell: ({ from, to }) => (from && to ? <BilledTime from={from} to={to} /> : "–"),
    },
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
            unpriced={one.unknown_cost_requests}
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
          <ProviderCost of={one} />
        </Dated>
      ),
    },
    {
      id: "drift",
      header: text.drift,
      numeric: true,
      cell: ({ drift, unknown_cost_requests }) => (
        <Money
          amount={drift}
          unknownBecause={text.noProviderFigure}
          unpriced={unknown_cost_requests}
        />
      ),
    },
    {
      id: "coverage",
      header: text.coverage,
      numeric: true,
      cell: ({ coverage, provider_cost }) => (
        <Coverage share={coverage === null ? null : Number(coverage)} billed={provider_cost} />
      ),
    },
    {
      id: "status",
      header: text.status,
      cell: ({ account_id }) => <AccountCollection id={account_id} />,
    },
  ];
}

/** The time that both figures are for. */
function BilledTime({ from, to }: { from: string; to: string }) {
  const { costs, locale } = useAllStrings();
  const span = { from: Date.parse(from), to: Date.parse(to) };
  return <Hint lines={[costs.comparedHint]}>{formatSpan(span, browserZone, locale)}</Hint>;
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
