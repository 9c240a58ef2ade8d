import type { Strings } from "../en";
import { common } from "./common";
import { costs } from "./costs";
import { leases, nodes } from "./fleet";
import { frame } from "./frame";
import { keys } from "./keys";
import { overview } from "./overview";
import { domains, members, settings } from "./people";

export const de: Strings = {
  locale: "de-DE",
  common,
  frame,
  overview,
  keys,
  nodes,
  leases,
  costs,
  settings,
  members,
  domains,
};
