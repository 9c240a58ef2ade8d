import { useLocalStorage } from "@mantine/hooks";
import {
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ReactTable,
  type RowData,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { Column } from "./column";

const features = tableFeatures({
  columnVisibilityFeature,
  columnMeta: {} as { numeric: boolean },
});

export type ListTable<T extends RowData> = ReactTable<typeof features, T>;

/** A TanStack table whose choice of columns is remembered under the list's name. */
export function useColumns<T extends RowData>(
  name: string,
  columns: Column<T>[],
  data: T[],
  idOf: (row: T) => string,
): ListTable<T> {
  const [columnVisibility, setVisibility] = useLocalStorage<Record<string, boolean>>({
    key: `leasehold.columns.${name}`,
    defaultValue: Object.fromEntries(columns.map(({ id, hidden }) => [id, !hidden])),
    getInitialValueInEffect: false,
  });
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        cell: ({ row }: { row: { original: T } }) => column.cell(row.original),
        enableHiding: !column.fixed,
        meta: { numeric: column.numeric ?? false },
      })),
    [columns],
  );
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: idOf,
    state: { columnVisibility },
    onColumnVisibilityChange: setVisibility,
  });
}
