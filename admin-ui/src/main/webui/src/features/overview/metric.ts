/** What the timeline can show. */
export const METRICS = ["requests", "tokens", "cost"] as const;
export type Metric = (typeof METRICS)[number];
