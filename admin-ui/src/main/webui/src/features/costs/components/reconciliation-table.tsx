import { Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Hint, Moment, Money, Name } from "@/components/ui/figure";
import { DataTable, type Column } from "@/components/ui/table";
import type { Reconciliation } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { rateText } from "@/lib/rates";
import { formatSpan } from "@/lib/time";
import { wholeList } from "@/lib/use-pages";
import { browserZone } from "@/lib/zone";
import { AccountCollection } from "./account-collection";
import { Coverage } from "./coverage";

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
          <Money
            amount={one.provider_cost}
            provenance="provider"
            asOf={one.provider_as_of}
            unknownBecause={
              one.other_currencies.length > 0
                ? text.otherCurrencies(one.other_currencies.join(", "))
                : text.noProviderFigure
            }
            note={one.complete ? undefined : text.incomplete}
          />
          {one.converted.map((part) => (
            <Text key={part.currency} size="xs" c="dimmed" component="span">
              {text.convertedFrom} <Billed of={part} />
            </Text>
          ))}
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

/** What was billed in another currency, and by which rates of which days it became dollars. */
function Billed({ of: part }: { of: Reconciliation["converted"][number] }) {
  const { costs, locale } = useAllStrings();
  const rates = rateText(
    {
      currency: part.currency,
      amount: part.amount,
      rates: [part.lowest_rate, part.highest_rate],
      days: [part.first_rate_date, part.last_rate_date],
      sources: part.rate_sources,
    },
    costs,
    locale,
  );
  return <Money amount={part.amount} currency={part.currency} provenance="provider" note={rates} />;
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
