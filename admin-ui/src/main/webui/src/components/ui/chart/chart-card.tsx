import { ActionIcon, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import { CsvButton } from "../csv-button";
import { Card } from "../page/card";
import { headOf, PlotTable, rowsOf } from "./plot-table";
import { unpricedOf, type Plot, type PlotActions } from "./plot";
import classes from "./chart.module.css";

const Canvas = lazy(() => import("./canvas"));
const HEIGHT = 260;

interface ChartCardProps extends PlotActions {
  title: string;
  /** The CSV file's name. */
  file: string;
  plot: Plot;
  actions?: ReactNode;
}

/** The one wrapper around charts: legend, the same as a table, and as CSV. */
export function ChartCard({ title, file, plot, actions, ...chosen }: ChartCardProps) {
  const { common } = useStrings();
  const [asTable, setAsTable] = useState(false);
  const toggle = asTable ? common.chart.showChart : common.chart.showTable;
  return (
    <Card
      title={title}
      actions={
        <>
          {actions}
          <ActionIcon aria-label={toggle} title={toggle} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
          </ActionIcon>
          <CsvButton
            file={file}
            head={headOf(plot, common.chart)}
            rows={() => rowsOf(plot)}
            disabled={plot.masked}
          />
        </>
      }
    >
      {asTable ? (
        <div
          className={classes.scroll}
          role="region"
          aria-label={common.chart.tableOf(title)}
          tabIndex={0}
        >
          <PlotTable plot={plot} caption={title} />
        </div>
      ) : (
        <>
          <Legend plot={plot} />
          <Suspense fallback={<Skeleton height={HEIGHT} />}>
            <Canvas plot={plot} height={HEIGHT} {...chosen} />
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
  const { common } = useStrings();
  const unpriced = unpricedOf(plot);
  return (
    <Group gap="md" aria-hidden>
      {plot.series.map(({ name, color }) => (
        <span key={name} className={classes.legend}>
          <i className={classes.swatch} style={{ background: color }} />
          {name}
        </span>
      ))}
      {unpriced > 0 && <span className={classes.legend}>{common.unknownCost(unpriced)}</span>}
    </Group>
  );
}
