import type * as analytics from "./generated/analytics-service";
import type * as distribution from "./generated/distribution-service";
import type * as key from "./generated/key-service";
import type * as usage from "./generated/usage-collector";

/** What the services answer, as they describe it themselves; what each tells about itself is not forwarded. */
export type paths = Omit<
  key.paths & distribution.paths & usage.paths & analytics.paths,
  "/api/v1/info"
>;

type KeySchemas = key.components["schemas"];
type DistributionSchemas = distribution.components["schemas"];
type UsageSchemas = usage.components["schemas"];
type AnalyticsSchemas = analytics.components["schemas"];

type Query<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Parameters } };
}
  ? NonNullable<Parameters>
  : never;
type Filter<Path extends keyof paths> = Omit<Query<Path>, "limit" | "cursor">;

export type AccountStatus = UsageSchemas["AccountStatus"];
export type AccountUsage = UsageSchemas["AccountUsage"];
export type AddDomain = KeySchemas["AddDomainRequest"];
export type AddKey = KeySchemas["AddKeyRequest"];
export type AddMember = KeySchemas["AddMemberRequest"];
export type AddProviderAccount = KeySchemas["AddProviderAccountRequest"];
export type AddRaise = KeySchemas["RaiseRequest"];
export type ApiToken = KeySchemas["ApiToken"];
export type AuditEntry = KeySchemas["AuditEntry"];
export type AuditFilter = Filter<"/api/v1/audit">;
export type AuditVerification = KeySchemas["AuditVerification"];
export type Breakdown = AnalyticsSchemas["Breakdown"];
export type BookedRequest = AnalyticsSchemas["Request"];
export type BreakdownBy = AnalyticsSchemas["BreakdownBy"];
export type BreakdownItem = AnalyticsSchemas["BreakdownItem"];
export type BulkRevocation = KeySchemas["BulkRevocation"];
export type CannotTell = UsageSchemas["CannotTell"];
export type Capability = KeySchemas["ProviderCapability"];
export type Capture = KeySchemas["Capture"];
export type CostFigure = UsageSchemas["CostFigure"];
export type CreateApiToken = KeySchemas["CreateApiTokenRequest"];
export type CreateKey = KeySchemas["CreateKeyRequest"];
export type DiscoveredKey = UsageSchemas["DiscoveredKey"];
export type Discovery = UsageSchemas["Discovery"];
export type Domain = KeySchemas["Domain"];
export type DomainFilter = Filter<"/api/v1/domains">;
export type EnrolmentToken = DistributionSchemas["EnrolmentToken"];
export type ExportFormat = NonNullable<Query<"/api/v1/audit/export">["format"]>;
export type FigureKind = UsageSchemas["FigureKind"];
export type GitHubSignIn = UsageSchemas["GitHubSignIn"];
export type GitHubStatus = UsageSchemas["GitHubStatus"];
export type HistoryFilter = Filter<"/api/v1/usage/history">;
export type HistoryItem = UsageSchemas["HistoryItem"];
export type Key = KeySchemas["Key"];
export type KeyAtProvider = KeySchemas["KeyAtProvider"];
export type KeyFilter = Filter<"/api/v1/keys">;
export type KeyState = KeySchemas["KeyState"];
export type KeyTest = KeySchemas["KeyTest"];
export type Lease = DistributionSchemas["Lease"];
export type LeaseFilter = Filter<"/api/v1/leases">;
export type LeaseState = DistributionSchemas["LeaseState"];
export type Limit = KeySchemas["Limit"];
export type MakeEnrolmentToken = DistributionSchemas["MakeEnrolmentToken"];
export type Me = KeySchemas["Me"];
export type Member = KeySchemas["Member"];
export type MemberFilter = Filter<"/api/v1/members">;
export type MemberRole = KeySchemas["MemberRole"];
export type Node = DistributionSchemas["Node"];
export type NodeEntry = DistributionSchemas["NodeTimelineEntry"];
export type NodeFilter = Filter<"/api/v1/nodes">;
export type NodeState = DistributionSchemas["NodeState"];
export type Overview = AnalyticsSchemas["Overview"];
export type PollPart = UsageSchemas["PollPart"];
export type PollPlan = UsageSchemas["PollPlan"];
export type PollPlanChoice = UsageSchemas["PollPlanChoice"];
export type Problem = KeySchemas["Problem"];
export type ProviderAccount = KeySchemas["ProviderAccount"];
export type ProviderGroup = KeySchemas["ProviderGroup"];
export type ProviderKey = KeySchemas["ProviderKey"];
export type ProviderLimit = KeySchemas["ProviderLimitRequest"];
export type ProviderQuota = UsageSchemas["ProviderQuota"];
export type ProviderUsage = UsageSchemas["ProviderUsage"];
export type Raise = KeySchemas["Raise"];
export type RawResponse = UsageSchemas["RawResponse"];
export type RawResponseDetail = UsageSchemas["RawResponseDetail"];
export type Reconciliation = AnalyticsSchemas["Reconciliation"];
export type ReplaceSecret = KeySchemas["ReplaceSecretRequest"];
export type Revocation = KeySchemas["Revocation"];
export type RevocationState = KeySchemas["RevocationState"];
export type RevocationStep = KeySchemas["RevocationStep"];
export type RevokedLease = DistributionSchemas["RevokedLease"];
export type Role = KeySchemas["Membership"]["role"];
export type RotateKey = KeySchemas["RotateRequest"];
export type Rotation = KeySchemas["Rotation"];
export type RotationSchedule = KeySchemas["RotationSchedule"];
export type Scope = DistributionSchemas["Scope"];
export type ScopeLimits = KeySchemas["ScopeLimits"];
export type SetLimits = KeySchemas["SetLimitsRequest"];
export type SetRotationSchedule = KeySchemas["RotationScheduleRequest"];
export type TestKey = KeySchemas["TestKeyRequest"];
export type Timeline = AnalyticsSchemas["Timeline"];
export type TimelinePoint = AnalyticsSchemas["TimelinePoint"];
export type Totals = AnalyticsSchemas["Totals"];
export type UpdateAccount = KeySchemas["UpdateProviderAccountRequest"];
export type UpdateDomain = KeySchemas["UpdateDomainRequest"];
export type UpdateKey = KeySchemas["UpdateKeyRequest"];
export type UsageFigure = UsageSchemas["UsageFigure"];
export type Verification = KeySchemas["KeyCheck"];
export type WantedKey = UsageSchemas["WantedKey"];
export type Window = DistributionSchemas["SpendWindow"];
