export type { Column } from "./column";
export { DataTable } from "./data-table";
export { RowButton } from "./row-button";
export { RowLink, type DetailRoute } from "./row-link";
