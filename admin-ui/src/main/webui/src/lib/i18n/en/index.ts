import { common } from "./common";
import { costs } from "./costs";
import { leases, nodes } from "./fleet";
import { frame } from "./frame";
import { keys } from "./keys";
import { overview } from "./overview";

export const en = { locale: "en-US", common, frame, overview, keys, nodes, leases, costs };

/** Every language says all of this; the compiler finds what is missing. */
export type Strings = typeof en;
