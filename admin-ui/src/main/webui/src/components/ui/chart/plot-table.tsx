import type { Cell } from "@/lib/csv";
import { useStrings } from "@/lib/i18n";
import { formatStep } from "@/lib/time";
import { stepOf } from "./markers";
import { unpricedOf, type Plot } from "./plot";
import classes from "./chart.module.css";

interface Words {
  time: string;
  events: string;
  unpriced: string;
}

export function headOf(plot: Plot, words: Words): string[] {
  const names = plot.series.map((series) => series.name);
  return [
    words.time,
    ...names,
    ...(unpricedOf(plot) > 0 ? [words.unpriced] : []),
    ...(plot.markers.length > 0 ? [words.events] : []),
  ];
}

/** Exact figures with the instants as they were asked for, and what happened: for a spreadsheet. */
export function rowsOf(plot: Plot): Cell[][] {
  const events = eventsOf(plot);
  return plot.steps.map((step, at) => [
    step,
    ...plot.series.map(({ values }) => values[at]),
    ...(unpricedOf(plot) > 0 ? [plot.unpriced?.[at]] : []),
    ...(plot.markers.length > 0 ? [events[at]] : []),
  ]);
}

function eventsOf({ steps, markers }: Plot): string[] {
  const starts = steps.map((step) => Date.parse(step));
  const events: string[][] = steps.map(() => []);
  for (const { at, title } of markers) {
    events[stepOf(starts, at)]?.push(title);
  }
  return events.map((titles) => titles.join("; "));
}

/** The chart as a table: what a screen reader reads, and whoever wants the figures. */
export function PlotTable({ plot, caption }: { plot: Plot; caption: string }) {
  const { common, locale } = useStrings();
  const figures = plot.series.length;
  const shown = (value: Cell) => (value == null ? common.unknown : plot.format(Number(value)));
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headOf(plot, common.chart).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(plot).map(([step, ...cells]) => (
          <tr key={step}>
            <th scope="row">{formatStep(String(step), plot.granularity, plot.zone, locale)}</th>
            {cells.map((cell, at) => (
              <td key={at}>{at < figures ? shown(cell) : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
