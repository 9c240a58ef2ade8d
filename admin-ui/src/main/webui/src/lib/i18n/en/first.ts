import { common } from "./common";
import { frame } from "./frame";
import { overview } from "./overview";

/** What the first page says; it is part of the first script that is loaded. */
export const first = { locale: "en-US", common, frame, overview };

export type FirstStrings = typeof first;
