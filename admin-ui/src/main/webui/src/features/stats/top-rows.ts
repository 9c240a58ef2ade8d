import type { Breakdown, BreakdownItem } from "@/lib/api/types";

/** A line of a top list. */
export interface TopRow extends Omit<BreakdownItem, "id"> {
  key: string;
  /** Whether the label is a name that somebody gave. */
  named: boolean;
}

/** The items in order, then what they leave out, if that is anything. */
export function topRows(
  { items, rest }: Breakdown,
  words: { unnamed: string; rest: string },
): TopRow[] {
  const rows = items.map(({ id, ...item }) => ({
    ...item,
    key: `item ${id}`,
    label: id === "" ? words.unnamed : item.label,
    named: id !== "",
  }));
  return rest && rest.requests > 0
    ? [...rows, { ...rest, key: "rest", label: words.rest, named: false }]
    : rows;
}
