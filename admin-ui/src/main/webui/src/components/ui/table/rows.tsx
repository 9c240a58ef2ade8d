import type { RowData } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, type MouseEvent, type RefObject } from "react";
import type { ListTable } from "./use-columns";
import classes from "./table.module.css";

const ROW_HEIGHT = 35;
const OVERSCAN = 12;

interface RowsProps<T extends RowData> {
  table: ListTable<T>;
  scroll: RefObject<HTMLDivElement | null>;
  selected?: string;
  onOpen?: (row: T) => void;
  /** Called when the last row comes near. */
  onEnd?: () => void;
}

/** Only the rows in sight are in the page; the rest is height. */
export function Rows<T extends RowData>(props: RowsProps<T>) {
  const { table, scroll, selected, onOpen, onEnd } = props;
  const { rows } = table.getRowModel();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 800, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  useEffect(() => {
    if (last && last.index >= rows.length - 1) {
      onEnd?.();
    }
  }, [last, rows.length, onEnd]);

  return (
    <>
      <Gap height={items[0]?.start ?? 0} />
      {items.map((item) => {
        const row = rows[item.index];
        return (
          row && (
            <tr
              key={row.id}
              aria-rowindex={item.index + 2}
              className={rowClass(row.id === selected, onOpen !== undefined)}
              onClick={onOpen && ((event) => isOnRow(event) && onOpen(row.original))}
            >
              {row.getVisibleCells().map((cell) => (
                <td
                  key={cell.id}
                  className={cell.column.columnDef.meta?.numeric ? classes.numeric : undefined}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          )
        );
      })}
      <Gap height={last ? virtual.getTotalSize() - last.end : 0} />
    </>
  );
}

function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td className={classes.gap} style={{ height }} />
    </tr>
  ) : null;
}

function rowClass(selected: boolean, clickable: boolean): string {
  return [clickable && classes.clickable, selected && classes.selected].filter(Boolean).join(" ");
}

/** A link or a button in a row does its own thing. */
function isOnRow(event: MouseEvent): boolean {
  return !(event.target as Element).closest("a, button");
}
