import type { components } from "./schema";

type Schemas = components["schemas"];

export type AccountStatus = Schemas["AccountStatus"];
export type AddKey = Schemas["AddKey"];
export type AddProviderAccount = Schemas["AddProviderAccount"];
export type Breakdown = Schemas["Breakdown"];
export type BreakdownBy = Schemas["BreakdownBy"];
export type BreakdownItem = Schemas["BreakdownItem"];
export type Key = Schemas["Key"];
export type KeyState = Schemas["KeyState"];
export type Lease = Schemas["Lease"];
export type LeaseState = Schemas["LeaseState"];
export type Me = Schemas["Me"];
export type Node = Schemas["Node"];
export type NodeState = Schemas["NodeState"];
export type Overview = Schemas["Overview"];
export type Problem = Schemas["Problem"];
export type ProviderAccount = Schemas["ProviderAccount"];
export type Reconciliation = Schemas["Reconciliation"];
export type Revocation = Schemas["Revocation"];
export type RevocationStep = Schemas["RevocationStep"];
export type Scope = Schemas["Scope"];
export type Timeline = Schemas["Timeline"];
export type TimelinePoint = Schemas["TimelinePoint"];
export type Totals = Schemas["Totals"];
export type Verification = Schemas["Verification"];
export type Window = Schemas["Window"];
