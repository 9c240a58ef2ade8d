export type { Column } from "./column";
export { DataTable } from "./data-table";
export { RowLink, type DetailRoute } from "./row-link";
