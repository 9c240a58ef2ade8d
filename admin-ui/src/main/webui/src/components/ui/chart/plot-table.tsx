import type { Cell } from "@/lib/csv";
import { useStrings } from "@/lib/i18n";
import { formatStep } from "@/lib/time";
import type { Plot } from "./plot";
import classes from "./chart.module.css";

export function headOf(plot: Plot, time: string): string[] {
  return [time, ...plot.series.map((series) => series.name)];
}

/** Exact figures with the instants as they were asked for: for a spreadsheet. */
export function rowsOf(plot: Plot): Cell[][] {
  return plot.steps.map((step, at) => [step, ...plot.series.map(({ values }) => values[at])]);
}

/** The chart as a table: what a screen reader reads, and whoever wants the figures. */
export function PlotTable({ plot, caption }: { plot: Plot; caption: string }) {
  const { common, locale } = useStrings();
  const shown = (value: Cell) => (value == null ? common.unknown : plot.format(Number(value)));
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headOf(plot, common.chart.time).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(plot).map(([step, ...values]) => (
          <tr key={step}>
            <th scope="row">{formatStep(String(step), plot.granularity, plot.zone, locale)}</th>
            {values.map((value, at) => (
              <td key={at}>{shown(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
