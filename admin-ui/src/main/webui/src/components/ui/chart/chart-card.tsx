import { ActionIcon, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import { IconChartBar, IconDownload, IconTable } from "@tabler/icons-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { download, toCsv } from "@/lib/csv";
import { useStrings } from "@/lib/i18n";
import { Card } from "../page/card";
import { headOf, PlotTable, rowsOf } from "./plot-table";
import type { Plot } from "./plot";
import classes from "./chart.module.css";

const Canvas = lazy(() => import("./canvas"));
const HEIGHT = 260;

interface ChartCardProps {
  title: string;
  /** The CSV file's name. */
  file: string;
  plot: Plot;
  actions?: ReactNode;
}

/** The one wrapper around charts: legend, the same as a table, and as CSV. */
export function ChartCard({ title, file, plot, actions }: ChartCardProps) {
  const { common } = useStrings();
  const [asTable, setAsTable] = useState(false);
  const toggle = asTable ? common.chart.showChart : common.chart.showTable;
  const save = () => download(`${file}.csv`, toCsv(headOf(plot, common.chart.time), rowsOf(plot)));
  return (
    <Card
      title={title}
      actions={
        <>
          {actions}
          <ActionIcon aria-label={toggle} title={toggle} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
          </ActionIcon>
          <ActionIcon
            aria-label={common.chart.csv}
            title={common.chart.csv}
            disabled={plot.masked}
            onClick={save}
          >
            <IconDownload size={16} />
          </ActionIcon>
        </>
      }
    >
      {asTable ? (
        <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
          <PlotTable plot={plot} caption={title} />
        </div>
      ) : (
        <>
          <Legend plot={plot} />
          <Suspense fallback={<Skeleton height={HEIGHT} />}>
            <Canvas plot={plot} height={HEIGHT} />
          </Suspense>
          <VisuallyHidden>
            <PlotTable plot={plot} caption={title} />
          </VisuallyHidden>
        </>
      )}
    </Card>
  );
}

function Legend({ plot }: { plot: Plot }) {
  return (
    <Group gap="md" aria-hidden>
      {plot.series.map(({ name, color }) => (
        <span key={name} className={classes.legend}>
          <i className={classes.swatch} style={{ background: color }} />
          {name}
        </span>
      ))}
    </Group>
  );
}
