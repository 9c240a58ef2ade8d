import type { ReactNode } from "react";

/** What a list shows of each row. */
export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand on the right. */
  numeric?: boolean;
  /** Not shown until it is chosen. */
  hidden?: boolean;
  /** Can't be hidden: what names the row. */
  fixed?: boolean;
}
