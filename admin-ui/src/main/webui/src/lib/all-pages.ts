interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

/** A list read to its end, page after page; whoever waits is told what is there after each. */
export async function allPages<T>(
  fetch: (cursor: string | undefined) => Promise<Page<T>>,
  onPage?: (rows: T[]) => void,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetch(cursor);
    rows.push(...page.items);
    onPage?.([...rows]);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return rows;
}
