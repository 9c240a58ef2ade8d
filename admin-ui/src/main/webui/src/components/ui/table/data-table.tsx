import { Box, Button, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import type { RowData } from "@tanstack/react-table";
import { useRef, type ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import type { Listed } from "@/lib/use-pages";
import { ProblemAlert } from "../problem-alert";
import { StaleNotice } from "../stale-notice";
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
  list: Listed<T>;
  idOf: (row: T) => string;
  selected?: string;
  onOpen?: (row: T) => void;
  /** What stands above the table on the left; the choice of columns is on the right. */
  toolbar?: ReactNode;
  empty: ReactNode;
  maxHeight?: string;
}

const NOTHING: never[] = [];

/** The one table: columns to choose, a head that stays, and any number of rows. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { name, columns, list, idOf, toolbar } = props;
  const { common } = useStrings();
  const calm = useCalmRows(list.rows ?? NOTHING, idOf);
  const table = useColumns(name, columns, calm.rows, idOf);
  return (
    <div className={classes.frame}>
      {toolbar !== undefined && (
        <Group justify="space-between" mb="sm" wrap="nowrap" align="flex-end">
          <Group gap="xs" flex={1} miw={0}>
            {toolbar}
          </Group>
          <ColumnMenu table={table} />
        </Group>
      )}
      {calm.waiting > 0 && (
        <Button className={classes.pill} size="compact-xs" radius="xl" onClick={calm.release}>
          {common.newRows(calm.waiting)}
        </Button>
      )}
      {list.error && list.rows === undefined ? (
        <ProblemAlert error={list.error} onRetry={list.retry} />
      ) : (
        <>
          {list.error && (
            <Box mb="sm">
              <StaleNotice at={list.readAt} error={list.error} onRetry={list.retry} />
            </Box>
          )}
          <Grid {...props} table={table} calm={calm} />
        </>
      )}
    </div>
  );
}

interface GridProps<T extends RowData> extends DataTableProps<T> {
  table: ReturnType<typeof useColumns<T>>;
  calm: ReturnType<typeof useCalmRows<T>>;
}

function Grid<T extends RowData>(props: GridProps<T>) {
  const { caption, list, table, calm, empty, maxHeight } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const loading = list.rows === undefined;
  return (
    <div
      ref={scroll}
      className={classes.scroll}
      style={{ maxHeight }}
      data-stale={list.error !== null}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table
        className={classes.table}
        aria-rowcount={list.partial ? -1 : calm.rows.length + 1}
        aria-busy={loading}
      >
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
              onEnd={list.more}
            />
          )}
        </tbody>
      </table>
      {!loading && calm.rows.length === 0 && empty}
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
