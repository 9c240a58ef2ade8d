export type Cell = string | number | null | undefined;

/** RFC 4180. A cell that a spreadsheet would run as a formula is defused. */
export function toCsv(head: string[], rows: Cell[][]): string {
  return [head, ...rows].map((row) => row.map(escape).join(",")).join("\r\n");
}

function escape(cell: Cell): string {
  if (cell == null) {
    return "";
  }
  const text =
    typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.]+$/.test(cell)
      ? `'${cell}`
      : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function download(name: string, csv: string): void {
  saveFile(name, new Blob([csv], { type: "text/csv;charset=utf-8" }));
}

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
