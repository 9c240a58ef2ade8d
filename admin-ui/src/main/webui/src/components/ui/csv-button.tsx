import { ActionIcon } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { download, toCsv, type Cell } from "@/lib/csv";
import { useStrings } from "@/lib/i18n";

interface CsvButtonProps {
  /** The file's name without its ending. */
  file: string;
  head: string[];
  rows: () => Cell[][];
  /** Where figures may not be told now. */
  disabled?: boolean;
}

/** Saves just what is shown. */
export function CsvButton({ file, head, rows, disabled = false }: CsvButtonProps) {
  const { common } = useStrings();
  return (
    <ActionIcon
      aria-label={common.chart.csv}
      title={common.chart.csv}
      disabled={disabled}
      onClick={() => download(`${file}.csv`, toCsv(head, rows()))}
    >
      <IconDownload size={16} />
    </ActionIcon>
  );
}
