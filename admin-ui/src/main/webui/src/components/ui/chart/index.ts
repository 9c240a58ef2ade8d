export { ChartCard, usePreparedCharts } from "./chart-card";
export type { Marker, Plot, PlotActions, Series } from "./plot";
