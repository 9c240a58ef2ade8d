export { ChartCard } from "./chart-card";
export type { Marker, Plot, PlotActions, Series } from "./plot";
