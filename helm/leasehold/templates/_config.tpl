{{/* What all services are told, as environment variables, because a ConfigMap of those can be patched one by one. */}}
{{- define "leasehold.commonConfig" -}}
{{- $root := . -}}
{{- $v := .Values -}}
leasehold.mode: {{ $v.mode }}
quarkus.log.level: {{ $v.logLevel }}
leasehold.oidc.issuer: {{ $v.oidc.issuer | quote }}
leasehold.kafka.bootstrap-servers: {{ $v.kafka.bootstrapServers | quote }}
leasehold.kafka.security-protocol: {{ $v.kafka.securityProtocol }}
{{- range $component, $facts := include "leasehold.facts" $root | fromYaml }}
{{- if has $component (list "key-service" "distribution-service" "usage-collector" "analytics-service" "gateway") }}
leasehold.services.{{ $component }}.url: {{ printf "http://%s-%s:%v" (include "leasehold.fullname" $root) $component $facts.port }}
{{- end }}
{{- end }}
{{- if $v.providerSim.enabled }}
{{- range $provider := list "anthropic" "google" "openai" "openrouter" }}
{{- if not (hasKey $v.providers $provider) }}
leasehold.providers.{{ $provider }}.base-url: {{ printf "http://%s-provider-sim:8090/%s" (include "leasehold.fullname" $root) $provider }}
{{- end }}
{{- end }}
{{- end }}
{{- range $provider, $url := $v.providers }}
leasehold.providers.{{ $provider }}.base-url: {{ $url | quote }}
{{- end }}
{{- with $v.traces.endpoint }}
leasehold.traces.export: true
quarkus.otel.exporter.otlp.endpoint: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* What one service is told. dict: root, component */}}
{{- define "leasehold.componentConfig" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- $v := .root.Values -}}
{{- if $c.facts.database }}
leasehold.database.url: {{ include "leasehold.databaseUrl" (dict "root" .root "c" $c) | quote }}
{{- range $role := $c.facts.database }}
leasehold.database.{{ $role }}.username: {{ include "leasehold.databaseUser" (dict "c" $c "role" $role) }}
{{- end }}
leasehold.database.migrate: false
{{- end }}
{{- if and $c.facts.kafka (contains "SASL" $v.kafka.securityProtocol) }}
leasehold.kafka.username: {{ $c.kafkaUser | default $c.as }}
{{- end }}
{{- if hasKey $c.facts.secrets "LEASEHOLD_OIDC_CLIENT_SECRET" }}
leasehold.oidc.client-id: {{ $c.as }}
{{- end }}
{{- if has "vault" $c.facts.egress }}
{{- include "leasehold.secretStoreConfig" . }}
{{- end }}
{{- include (printf "leasehold.configOf.%s" $c.as) (dict "root" .root "c" $c) }}
{{- range $name, $value := $c.config }}
{{ $name }}: {{ $value | toString | quote }}
{{- end }}
{{- end -}}

{{/* Where a component finds secrets; while they move, all but key-service ask key-service. dict: root, component */}}
{{- define "leasehold.secretStore" -}}
{{- $s := .root.Values.secrets -}}
{{- if and $s.movingFrom (ne .component "key-service") }}sealed{{ else }}{{ $s.store }}{{ end -}}
{{- end -}}

{{/* dict: root, component */}}
{{- define "leasehold.signsInToVault" -}}
{{- $facts := index (include "leasehold.facts" .root | fromYaml) .component -}}
{{- $stores := list (include "leasehold.secretStore" .) -}}
{{- if eq .component "key-service" }}{{ $stores = append $stores .root.Values.secrets.movingFrom }}{{ end -}}
{{- if and (eq .component "key-service") (include "leasehold.keySourcesInVault" .root) }}{{ $stores = append $stores "vault" }}{{ end -}}
{{- if and (has "vault" $facts.egress) (has "vault" $stores) }}true{{ end -}}
{{- end -}}

{{/* Whether a key takes its secret from Vault, wherever those of other keys are. */}}
{{- define "leasehold.keySourcesInVault" -}}
{{- range .Values.keySources }}{{ if .vaultPath }}true{{ end }}{{ end -}}
{{- end -}}

{{- define "leasehold.databaseName" -}}
{{- .database.name | default (.component | replace "-" "_") -}}
{{- end -}}

{{/* dict: c, role */}}
{{- define "leasehold.databaseUser" -}}
{{- index .c.database.users .role | default (printf "%s_%s" (include "leasehold.databaseName" .c) .role) -}}
{{- end -}}

{{/* dict: root, c */}}
{{- define "leasehold.databaseUrl" -}}
{{- $d := .root.Values.database -}}
{{- if .c.database.url -}}
{{- .c.database.url -}}
{{- else -}}
jdbc:postgresql://{{ $d.host }}:{{ $d.port }}/{{ include "leasehold.databaseName" .c }}{{ with $d.parameters }}?{{ . }}{{ end }}
{{- end -}}
{{- end -}}

{{/* dict: root, component */}}
{{- define "leasehold.secretStoreConfig" -}}
{{- $v := .root.Values }}
leasehold.secrets.store: {{ include "leasehold.secretStore" . }}
{{- if and $v.secrets.movingFrom (eq .component "key-service") }}
leasehold.secrets.moving-from: {{ $v.secrets.movingFrom }}
{{- end }}
{{- if include "leasehold.signsInToVault" . }}
leasehold.vault.url: {{ $v.vault.url | quote }}
leasehold.vault.mount: {{ $v.vault.mount }}
{{- with $v.vault.namespace }}
leasehold.vault.namespace: {{ . }}
{{- end }}
{{- if eq $v.vault.auth.method "kubernetes" }}
leasehold.vault.kubernetes.role: {{ printf "%s-%s" $v.vault.auth.rolePrefix (include "leasehold.component" . | fromYaml).as }}
leasehold.vault.kubernetes.mount: {{ $v.vault.auth.mount }}
leasehold.vault.kubernetes.token-path: /var/run/secrets/leasehold/vault/token
{{- end }}
{{- end }}
{{- end -}}

{{- define "leasehold.configOf.key-service" }}
{{- range $setting, $value := .root.Values.rotation }}
leasehold.rotation.{{ $setting | kebabcase }}: {{ $value }}
{{- end }}
{{- range $index, $source := .root.Values.keySources }}
leasehold.key-sources.named[{{ $index }}].name: {{ $source.name | quote }}
leasehold.key-sources.named[{{ $index }}].workspace: {{ $source.workspace | quote }}
{{- if $source.variable }}
leasehold.key-sources.named[{{ $index }}].variable: {{ $source.variable }}
{{- else if $source.secret }}
leasehold.key-sources.named[{{ $index }}].file: /var/run/secrets/leasehold/key-sources/{{ $source.name }}
{{- else if $source.file }}
leasehold.key-sources.named[{{ $index }}].file: {{ $source.file | quote }}
{{- else }}
leasehold.key-sources.named[{{ $index }}].vault-path: {{ $source.vaultPath | quote }}
{{- with $source.vaultField }}
leasehold.key-sources.named[{{ $index }}].vault-field: {{ . | quote }}
{{- end }}
{{- end }}
{{- if $source.revokeOld }}
leasehold.key-sources.named[{{ $index }}].revoke-old: true
{{- end }}
{{- end }}
{{- end -}}

{{- define "leasehold.configOf.distribution-service" }}
leasehold.gateway.base-url: {{ .root.Values.gatewayUrl | quote }}
{{- $urls := list }}
{{- range $workspace, $gateway := .root.Values.gateway.dedicated }}{{ $urls = append $urls (printf "%s=%s" $workspace $gateway.url) }}{{ end }}
{{- with $urls }}
leasehold.gateway.dedicated-base-urls: {{ join "," . | quote }}
{{- end }}
{{- include "leasehold.clusterCaConfig" .root }}
{{- end -}}

{{- define "leasehold.clusterCaConfig" }}
{{- if .Values.enrolment.kubernetes.caConfigMap }}
leasehold.enrolment.kubernetes.ca-file: /etc/leasehold/cluster/ca.crt
{{- end }}
{{- end -}}

{{- define "leasehold.configOf.usage-collector" }}
{{- with .root.Values.polling }}
leasehold.collector.poll-interval: {{ .interval }}
leasehold.collector.backfill-days: {{ .backfillDays | quote }}
leasehold.collector.correction-days: {{ .correctionDays | quote }}
leasehold.collector.raw-responses.keep: {{ .keepRawResponses }}
{{- range $what, $days := .keepDays }}
leasehold.collector.retention.{{ $what }}-days: {{ $days | quote }}
{{- end }}
{{- end }}
{{- include "leasehold.exchangeRates" .root }}
{{- include "leasehold.clusterCaConfig" .root }}
{{- $own := .c.config }}
{{- range $setting, $value := .root.Values.distributionService.config }}
{{- if and (hasPrefix "leasehold.enrolment.kubernetes." $setting) (not (hasKey $own $setting)) }}
{{ $setting }}: {{ $value | toString | quote }}
{{- end }}
{{- end }}
{{- with .root.Values.signIn.github.clientId }}
leasehold.sign-in.github.client-id: {{ . }}
{{- end }}
{{- with .root.Values.signIn.github.baseUrl }}
leasehold.sign-in.github.base-url: {{ . }}
{{- end }}
{{- with .root.Values.discovery.workspace }}
leasehold.discovery.workspace: {{ . }}
{{- end }}
{{- with .root.Values.discovery.vaultPaths }}
leasehold.discovery.vault-paths: {{ join "," . | quote }}
{{- end }}
{{- with .root.Values.discovery.files }}
leasehold.discovery.files: {{ join "," . | quote }}
{{- end }}
{{- with .root.Values.gatewayUrl }}
leasehold.gateway.base-url: {{ . | quote }}
{{- end }}
{{- end -}}

{{- define "leasehold.exchangeRates" }}
{{- $rates := .Values.polling.exchangeRates }}
{{- if not $rates.enabled }}
leasehold.collector.exchange-rates.enabled: false
{{- else if $rates.address }}
leasehold.collector.exchange-rates.address: {{ $rates.address | quote }}
{{- else if .Values.providerSim.enabled }}
leasehold.collector.exchange-rates.address: {{ printf "http://%s-provider-sim:8090/ecb/stats/eurofxref/eurofxref-hist-90d.xml" (include "leasehold.fullname" .) }}
{{- end }}
{{- range $currency, $usd := $rates.fixed }}
leasehold.collector.exchange-rates.fixed.{{ $currency }}: {{ $usd | toString | quote }}
{{- end }}
{{- end -}}

{{- define "leasehold.configOf.analytics-service" }}
# Bills credit presumed money once they can't be corrected any more.
leasehold.credits.final-after: {{ printf "%dd" (add1 (int .root.Values.polling.correctionDays)) }}
{{- end -}}

{{- define "leasehold.configOf.gateway" }}
leasehold.gateway.port: {{ .c.facts.port }}
{{- with .c.facts.workspace }}
leasehold.gateway.dedicated.workspace: {{ . }}
{{- end }}
{{- end -}}

{{- define "leasehold.configOf.admin-ui" }}
{{- if or .c.ingress.enabled .c.httpRoute.enabled }}
# The address that the browser sees is told by whoever passes its calls on; nobody else is let in.
quarkus.http.proxy.proxy-address-forwarding: true
{{- end }}
{{- end -}}

{{- define "leasehold.configOf.provider-sim" }}
provider.sim.host: 0.0.0.0
provider.sim.seed: true
{{- end -}}

{{/* A ConfigMap of environment variables. dict: root, component, name, config (YAML, by setting) */}}
{{- define "leasehold.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "leasehold.metadata" . | nindent 2 }}
data:
  {{- range $setting, $value := .config | fromYaml }}
  {{ include "leasehold.variable" $setting }}: {{ $value | toString | quote }}
  {{- end }}
{{- end -}}
