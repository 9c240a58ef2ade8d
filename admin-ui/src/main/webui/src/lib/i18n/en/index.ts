import { accounts } from "./accounts";
import { audit } from "./audit";
import { costs } from "./costs";
import { discovery } from "./discovery";
import { leases, nodes } from "./fleet";
import { first } from "./first";
import { gitHub } from "./github";
import { keyActs } from "./key-acts";
import { keySources } from "./key-sources";
import { keys } from "./keys";
import { keysThere } from "./keys-there";
import { limits } from "./limits";
import { prices } from "./prices";
import { providers } from "./providers";
import { rotation } from "./rotation";
import { tryLease } from "./try-lease";
import { apiTokens, domains, members, settings } from "./people";

export const en = {
  ...first,
  keys,
  nodes,
  leases,
  costs,
  settings,
  members,
  domains,
  apiTokens,
  accounts,
  keyActs,
  keysThere,
  keySources,
  limits,
  rotation,
  prices,
  providers,
  gitHub,
  tryLease,
  discovery,
  audit,
};

/** Every language says all of this; the compiler finds what is missing. */
export type Strings = typeof en;
