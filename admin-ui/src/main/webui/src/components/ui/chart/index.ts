export { ChartCard } from "./chart-card";
export type { Marker, Plot, Series } from "./plot";
