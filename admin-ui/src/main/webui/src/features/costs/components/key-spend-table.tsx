import { useMemo } from "react";
import { Moment, Money, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { DataTable, type Column } from "@/components/ui/table";
import { useKey } from "@/features/keys/api";
import type { KeySpend } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import type { Decimal } from "@/lib/money";
import { providerName } from "@/lib/providers";
import { wholeList } from "@/lib/use-pages";

/** Per key: what its provider says it spent, wherever its calls went, and what it will have spent since that was said. */
export function KeySpendTable({ keys }: { keys: KeySpend[] }) {
  const strings = useAllStrings();
  const columns = useMemo(() => columnsOf(strings), [strings]);
  return (
    <DataTable
      name="key-spend"
      caption={strings.costs.keys}
      columns={columns}
      list={wholeList(keys)}
      idOf={({ key_id, currency }) => `${key_id} ${currency}`}
      empty={null}
    />
  );
}

function columnsOf({ costs: text }: Strings): Column<KeySpend>[] {
  const amount = (id: string, header: string, of: (key: KeySpend) => Decimal | null) => ({
    id,
    header,
    numeric: true,
    cell: (key: KeySpend) => (
      <Money
        amount={of(key)}
        currency={key.currency}
        provenance={key.provenance}
        asOf={key.as_of}
        unknownBecause={text.noPrice}
      />
    ),
  });
  return [
    {
      id: "key",
      header: text.key,
      fixed: true,
      cell: ({ key_id }) => <KeyLink id={key_id} />,
    },
    { id: "provider", header: text.providerName, cell: ({ provider }) => providerName(provider) },
    amount("today", text.today, ({ today }) => today),
    amount("month", text.month, ({ month }) => month),
    amount("per-hour", text.perHour, ({ per_hour }) => per_hour),
    amount("by-now", text.monthByNow, ({ counted_month }) => counted_month),
    { id: "as-of", header: text.asOf, cell: ({ as_of }) => <Moment at={as_of} /> },
  ];
}

function KeyLink({ id }: { id: string }) {
  const { data: key } = useKey(id);
  return (
    <TextLink to="/keys/$id" params={{ id }}>
      <Name>{key?.name ?? id}</Name>
    </TextLink>
  );
}
