import { useMemo, type ReactNode } from "react";
import { Money, Name } from "@/components/ui/figure";
import { DataTable, RowButton, type Column } from "@/components/ui/table";
import { LimitBar } from "@/features/leases/components/limit-bar";
import type { Window } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { fromNanos } from "@/lib/money";
import type { Listed } from "@/lib/use-pages";
import { windowKey, type Limited } from "../api";
import { allowanceOf, usedShareOf } from "../forecast";
import { useScopeName } from "../scope-name";
import { ForecastWords } from "./forecast-words";

interface LimitTableProps {
  windows: Listed<Window>;
  selected: string | undefined;
  onOpen: (of: Limited) => void;
  toolbar: ReactNode;
  empty: ReactNode;
}

/** The pure table: windows in, what to open out. */
export function LimitTable({ windows, onOpen, ...rest }: LimitTableProps) {
  const strings = useAllStrings();
  const columns = useMemo(() => columnsOf(strings, onOpen), [strings, onOpen]);
  return (
    <DataTable
      name="limits"
      caption={strings.limits.title}
      columns={columns}
      list={windows}
      idOf={windowKey}
      onOpen={onOpen}
      maxHeight="calc(100dvh - 230px)"
      {...rest}
    />
  );
}

function columnsOf(
  { limits: text, keys, locale }: Strings,
  onOpen: (of: Limited) => void,
): Column<Window>[] {
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const amount = (value: string | null, { as_of }: Window) => <Money amount={value} asOf={as_of} />;
  return [
    {
      id: "what",
      header: text.what,
      fixed: true,
      cell: (window) => (
        <RowButton onOpen={() => onOpen(window)}>
          <ScopeName of={window} />
        </RowButton>
      ),
    },
    { id: "period", header: text.period, cell: ({ period }) => keys.period[period] },
    {
      id: "bar",
      header: text.used,
      cell: (window) => <UsedBar of={window} share={share.format(usedShareOf(window))} />,
    },
    {
      id: "forecast",
      header: text.forecast.title,
      cell: (window) => <ForecastWords of={window} />,
    },
    {
      id: "spent",
      header: text.spent,
      numeric: true,
      cell: (window) => amount(window.spent, window),
    },
    {
      id: "remaining",
      header: text.remaining,
      numeric: true,
      cell: (window) => amount(window.remaining, window),
    },
    {
      id: "limit",
      header: text.limit,
      numeric: true,
      cell: (window) => amount(fromNanos(allowanceOf(window) ?? 0n), window),
    },
    { id: "kind", header: text.kind, cell: ({ scope }) => text.scopes[scope] },
  ];
}

/** A window's bar, and in words how much of it is gone. */
function UsedBar({ of: window, share }: { of: Window; share: string }) {
  return (
    <div style={{ display: "flex", alignItems: "center", gap: 8, minWidth: 140 }}>
      <div style={{ flex: 1 }}>
        <LimitBar of={window} />
      </div>
      <span className="numeric">{share}</span>
    </div>
  );
}

function ScopeName({ of }: { of: Limited }) {
  return <Name>{useScopeName(of)}</Name>;
}
