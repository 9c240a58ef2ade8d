import type { Strings } from "../en";
import { accounts } from "./accounts";
import { audit } from "./audit";
import { common } from "./common";
import { costs } from "./costs";
import { discovery } from "./discovery";
import { leases, nodes } from "./fleet";
import { frame } from "./frame";
import { gitHub } from "./github";
import { keyActs } from "./key-acts";
import { keySources } from "./key-sources";
import { keys } from "./keys";
import { keysThere } from "./keys-there";
import { limits } from "./limits";
import { overview } from "./overview";
import { prices } from "./prices";
import { providers } from "./providers";
import { rotation } from "./rotation";
import { tryLease } from "./try-lease";
import { apiTokens, domains, members, settings } from "./people";

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
