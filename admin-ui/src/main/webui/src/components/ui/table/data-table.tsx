import { Button, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import type { RowData } from "@tanstack/react-table";
import { useRef, type ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import type { Column } from "./column";
import { ColumnMenu } from "./column-menu";
import { Rows } from "./rows";
import { useCalmRows } from "./use-calm-rows";
import { useColumns } from "./use-columns";
import classes from "./table.module.css";

export interface DataTableProps<T extends RowData> {
  /** Identifies the list's remembered columns. */
  name: string;
  caption: string;
  columns: Column<T>[];
  /** Undefined while they are loading. */
  rows: T[] | undefined;
  idOf: (row: T) => string;
  selected?: string;
  onOpen?: (row: T) => void;
  onEnd?: () => void;
  /** What stands above the table on the left; the choice of columns is on the right. */
  toolbar?: ReactNode;
  empty: ReactNode;
  maxHeight?: string;
}

const NOTHING: never[] = [];

/** The one table: columns to choose, a head that stays, and any number of rows. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { name, caption, columns, rows = NOTHING, idOf, toolbar, empty, maxHeight } = props;
  const { common } = useStrings();
  const scroll = useRef<HTMLDivElement>(null);
  const calm = useCalmRows(rows, idOf);
  const table = useColumns(name, columns, calm.rows, idOf);
  const loading = props.rows === undefined;

  return (
    <div className={classes.frame}>
      {toolbar !== undefined && (
        <Group justify="space-between" mb="sm" wrap="nowrap" align="flex-end">
          <Group gap="xs">{toolbar}</Group>
          <ColumnMenu table={table} />
        </Group>
      )}
      {calm.waiting > 0 && (
        <Button className={classes.pill} size="compact-xs" radius="xl" onClick={calm.release}>
          {common.newRows(calm.waiting)}
        </Button>
      )}
      <div
        ref={scroll}
        className={classes.scroll}
        style={{ maxHeight }}
        role="region"
        aria-label={caption}
        tabIndex={0}
      >
        <table className={classes.table} aria-rowcount={rows.length + 1} aria-busy={loading}>
          <VisuallyHidden component="caption">{caption}</VisuallyHidden>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} aria-rowindex={1}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    className={header.column.columnDef.meta?.numeric ? classes.numeric : undefined}
                  >
                    <table.FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody onPointerEnter={calm.hold} onPointerLeave={calm.release}>
            {loading ? (
              <SkeletonRows columns={table.getVisibleLeafColumns().length} />
            ) : (
              <Rows
                table={table}
                scroll={scroll}
                selected={props.selected}
                onOpen={props.onOpen}
                onEnd={props.onEnd}
              />
            )}
          </tbody>
        </table>
        {!loading && rows.length === 0 && empty}
      </div>
    </div>
  );
}

function SkeletonRows({ columns }: { columns: number }) {
  return Array.from({ length: 8 }, (_, row) => (
    <tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <Skeleton height={10} width={column === 0 ? 140 : 80} />
        </td>
      ))}
    </tr>
  ));
}
