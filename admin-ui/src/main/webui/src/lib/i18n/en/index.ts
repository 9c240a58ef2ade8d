import { accounts } from "./accounts";
import { audit } from "./audit";
import { common } from "./common";
import { costs } from "./costs";
import { leases, nodes } from "./fleet";
import { frame } from "./frame";
import { keyActs } from "./key-acts";
import { keys } from "./keys";
import { keysThere } from "./keys-there";
import { limits } from "./limits";
import { overview } from "./overview";
import { rotation } from "./rotation";
import { domains, members, settings } from "./people";

export const en = {
  locale: "en-US",
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
  accounts,
  keyActs,
  keysThere,
  limits,
  rotation,
  audit,
};

/** Every language says all of this; the compiler finds what is missing. */
export type Strings = typeof en;
