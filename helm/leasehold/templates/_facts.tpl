{{/*
What the components are, whatever the values say. In the order of a request's way; the same keys in the same order.

section     of values.yaml
port        where it is called; paths are those that Ingress and HTTPRoute let through
management  where health and metrics are, the same as port but where that is shown to the world
database    the roles that the service itself signs in with; owner is the migrations'
kafka       whether it uses the broker
secrets     environment variable → entry of its Secret, beside those of database and kafka
optional    the same, for what it does without: the entry may be missing
calls       components that it calls; callsIfSealed: where secrets are not in Vault
egress      what it reaches outside: keys of networkPolicy; vault: with a sign-in of its own
jvm         options of its JVM; where work doesn't grow with requests, starting in half the CPU time is worth more than optimised code
*/}}
{{- define "leasehold.fixedFacts" -}}
key-service:
  section: keyService
  port: 8081
  management: 8081
  paths: [/api/v1/me, /api/v1/workspaces, /api/v1/domains, /api/v1/members, /api/v1/tokens, /api/v1/provider-accounts, /api/v1/keys, /api/v1/key-sources, /api/v1/limits, /api/v1/prices, /api/v1/audit]
  database: [app, system]
  kafka: true
  secrets:
    LEASEHOLD_KEYS_FINGERPRINT_SECRET: fingerprint-secret
  optional:
    LEASEHOLD_MEMBERS_CLIENT_SECRET: members-client-secret
    LEASEHOLD_SECRETS_OTHER_MASTER_KEYS: other-master-keys
  calls: []
  callsIfSealed: []
  egress: [database, kafka, oidc, vault, providers]
  jvm: "-XX:TieredStopAtLevel=1"
distribution-service:
  section: distributionService
  port: 8082
  management: 8082
  paths: [/api/v1/leases, /api/v1/nodes, /api/v1/spend, /api/v1/watch, /v1/sys/leases]
  database: [app, system]
  kafka: true
  secrets:
    LEASEHOLD_OIDC_CLIENT_SECRET: oidc-client-secret
  optional: {}
  calls: []
  callsIfSealed: [key-service]
  egress: [database, kafka, oidc, vault]
  jvm: ""
usage-collector:
  section: usageCollector
  port: 8083
  management: 8083
  paths: [/api/v1/usage, /api/v1/costs/provider, /api/v1/auth/github, /api/v1/discovery, /v1/traces]
  database: [app, system]
  kafka: true
  secrets:
    LEASEHOLD_OIDC_CLIENT_SECRET: oidc-client-secret
  optional: {}
  calls: [key-service]
  callsIfSealed: []
  egress: [database, kafka, oidc, vault, providers]
  jvm: "-XX:TieredStopAtLevel=1"
analytics-service:
  section: analyticsService
  port: 8084
  management: 8084
  paths: [/api/v1/stats, /api/v1/costs, /api/v1/requests, /api/v1/live]
  database: [app, system]
  kafka: true
  secrets: {}
  optional: {}
  calls: []
  callsIfSealed: []
  egress: [database, kafka, oidc]
  jvm: ""
gateway:
  section: gateway
  port: 8080
  management: 8085
  paths: [/]
  database: []
  kafka: true
  secrets:
    LEASEHOLD_OIDC_CLIENT_SECRET: oidc-client-secret
  optional: {}
  calls: [distribution-service]
  callsIfSealed: [key-service]
  egress: [kafka, oidc, vault, providers]
  jvm: ""
admin-ui:
  section: adminUi
  port: 8000
  management: 8001
  paths: [/]
  database: [app]
  kafka: false
  secrets:
    LEASEHOLD_OIDC_CLIENT_SECRET: oidc-client-secret
  optional: {}
  calls: [key-service, distribution-service, usage-collector, analytics-service, gateway]
  callsIfSealed: []
  egress: [database, oidc]
  jvm: "-XX:TieredStopAtLevel=1"
provider-sim:
  section: providerSim
  port: 8090
  management: 8090
  paths: []
  database: []
  kafka: false
  secrets: {}
  optional: {}
  calls: []
  callsIfSealed: []
  egress: []
  jvm: ""
{{- end -}}

{{/*
And with the gateways that are there for one workspace: what the gateway is, and whose. They share its service account, Secret, user and
client. Given the chart's context, or a dict with root.
*/}}
{{- define "leasehold.facts" -}}
{{- $facts := include "leasehold.fixedFacts" . | fromYaml -}}
{{- range $workspace, $_ := (.root | default .).Values.gateway.dedicated -}}
{{- $_ := set $facts (printf "gateway-%s" $workspace) (merge (dict "as" "gateway" "workspace" $workspace) (deepCopy $facts.gateway)) -}}
{{- end -}}
{{- toYaml $facts -}}
{{- end -}}

{{/*
One component: its facts, its values on top of the defaults, and its names; as: which component it is one of.
dict: root, component
*/}}
{{- define "leasehold.component" -}}
{{- $facts := index (include "leasehold.facts" . | fromYaml) .component -}}
{{- $section := index .root.Values $facts.section -}}
{{- $values := mergeOverwrite (deepCopy .root.Values.defaults) (omit $section "dedicated") -}}
{{- $fullname := printf "%s-%s" (include "leasehold.fullname" .root) .component -}}
{{- $as := $facts.as | default .component -}}
{{- if $facts.workspace -}}
{{- $shared := printf "%s-%s" (include "leasehold.fullname" .root) $as -}}
{{- $account := include "leasehold.serviceAccountName" (dict "serviceAccount" $values.serviceAccount "fullname" $shared) -}}
{{- $_ := set $values.secret "name" ($values.secret.name | default $shared) -}}
{{- $values = mergeOverwrite $values (index $section.dedicated $facts.workspace) (dict "serviceAccount" (dict "create" false "name" $account)) -}}
{{- end -}}
{{- $names := dict "component" .component "as" $as "fullname" $fullname "facts" $facts -}}
{{- toYaml (merge $names $values) -}}
{{- end -}}
