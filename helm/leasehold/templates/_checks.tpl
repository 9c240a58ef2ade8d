{{/* What a schema can't say: what must be there, and what would not be safe. One list of everything that is wrong. */}}
{{- define "leasehold.checks" -}}
{{- $v := .Values -}}
{{- $wrong := list -}}
{{- if not $v.oidc.issuer }}{{ $wrong = append $wrong "oidc.issuer is not set: the realm's address, such as https://id.example.com/realms/leasehold" }}{{ end -}}
{{- if not $v.kafka.bootstrapServers }}{{ $wrong = append $wrong "kafka.bootstrapServers is not set: host:port of the brokers" }}{{ end -}}
{{- if not $v.gatewayUrl }}{{ $wrong = append $wrong "gatewayUrl is not set: where nodes find the gateway, such as https://llm.example.com" }}{{ end -}}
{{- if eq $v.secrets.store $v.secrets.movingFrom }}{{ $wrong = append $wrong "secrets.movingFrom is what secrets.store is: name the other one, or none" }}{{ end -}}
{{- if and (has "vault" (list $v.secrets.store $v.secrets.movingFrom)) (not $v.vault.url) }}{{ $wrong = append $wrong "vault.url is not set: name the Vault, or choose secrets.store=sealed" }}{{ end -}}
{{- if and (include "leasehold.keySourcesInVault" .) (not $v.vault.url) }}{{ $wrong = append $wrong "vault.url is not set: keySources name secrets in Vault" }}{{ end -}}
{{- $names := list -}}
{{- range $source := $v.keySources -}}
{{- if has $source.name $names }}{{ $wrong = append $wrong (printf "keySources names %s twice" $source.name) }}{{ end -}}
{{- $names = append $names $source.name -}}
{{- $places := list -}}
{{- if or $source.secret $source.variable }}{{ $places = append $places "secret or variable" }}{{ end -}}
{{- if $source.file }}{{ $places = append $places "file" }}{{ end -}}
{{- if $source.vaultPath }}{{ $places = append $places "vaultPath" }}{{ end -}}
{{- if regexMatch "^(LEASEHOLD|QUARKUS|SMALLRYE)_" ($source.variable | default "") }}{{ $wrong = append $wrong (printf "keySources: the variable of %s is a setting of the service; give the key one of its own" $source.name) }}{{ end -}}
{{- if ne (len $places) 1 }}{{ $wrong = append $wrong (printf "keySources: %s needs one of secret, variable, file and vaultPath" $source.name) }}{{ end -}}
{{- end -}}
{{- if and $v.trustStore.secret $v.trustStore.configMap }}{{ $wrong = append $wrong "trustStore.secret and trustStore.configMap are both set: choose one" }}{{ end -}}
{{- $root := . -}}
{{- range $component, $facts := include "leasehold.facts" . | fromYaml -}}
{{- $c := include "leasehold.component" (dict "root" $root "component" $component) | fromYaml -}}
{{- $s := $facts.section -}}
{{- if and $facts.database (not $c.database.url) (not $v.database.host) }}{{ $wrong = append $wrong "database.host is not set: the PostgreSQL server" }}{{ end -}}
{{- if and $facts.paths $c.ingress.enabled (not $c.ingress.host) }}{{ $wrong = append $wrong (printf "%s.ingress.host is not set" $s) }}{{ end -}}
{{- if and $facts.paths $c.httpRoute.enabled (not $c.httpRoute.parentRefs) }}{{ $wrong = append $wrong (printf "%s.httpRoute.parentRefs names no Gateway" $s) }}{{ end -}}
{{- if and $c.autoscaling.enabled (gt (int $c.autoscaling.minReplicas) (int $c.autoscaling.maxReplicas)) }}{{ $wrong = append $wrong (printf "%s.autoscaling.minReplicas is above maxReplicas" $s) }}{{ end -}}
{{- if le (int $c.terminationGracePeriodSeconds) (int $c.preStopSeconds) }}{{ $wrong = append $wrong (printf "%s.terminationGracePeriodSeconds leaves no time after preStopSeconds" $s) }}{{ end -}}
{{- if and $facts.workspace (not $c.url) }}{{ $wrong = append $wrong (printf "gateway.dedicated.%s.url is not set: where this workspace's nodes find its gateway" $facts.workspace) }}{{ end -}}
{{- if gt (len $c.fullname) 63 }}{{ $wrong = append $wrong (printf "%s is longer than the 63 characters of a Service's name: shorten the release's name" $c.fullname) }}{{ end -}}
{{- if and $c.autoscaling.targetOpenStreams (ne $c.as "gateway") }}{{ $wrong = append $wrong (printf "%s.autoscaling.targetOpenStreams: only gateways have streams" $s) }}{{ end -}}
{{- if eq $v.mode "production" -}}
{{- if and $facts.database $c.database.url (not (contains "sslmode=verify" $c.database.url)) }}{{ $wrong = append $wrong (printf "%s.database.url has no sslmode=verify-full, which mode production wants" $s) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- if eq $v.mode "production" -}}
{{- if hasPrefix "http:" $v.oidc.issuer }}{{ $wrong = append $wrong "oidc.issuer is plain HTTP, which mode production refuses" }}{{ end -}}
{{- if hasSuffix "PLAINTEXT" $v.kafka.securityProtocol }}{{ $wrong = append $wrong "kafka.securityProtocol is plain text, which mode production refuses: SASL_SSL or SSL" }}{{ end -}}
{{- if not (contains "sslmode=verify" $v.database.parameters) }}{{ $wrong = append $wrong "database.parameters has no sslmode=verify-full, which mode production wants" }}{{ end -}}
{{- if hasPrefix "http:" $v.vault.url }}{{ $wrong = append $wrong "vault.url is plain HTTP, which mode production refuses" }}{{ end -}}
{{- range $provider, $url := $v.providers }}{{ if hasPrefix "http:" $url }}{{ $wrong = append $wrong (printf "providers.%s is plain HTTP, which mode production refuses" $provider) }}{{ end }}{{ end -}}
{{- if $v.providerSim.enabled }}{{ $wrong = append $wrong "providerSim.enabled: simulated providers are for mode local" }}{{ end -}}
{{- end -}}
{{- if $wrong }}{{ fail (printf "\n\nThese values can't be installed:\n  - %s\n" (join "\n  - " (uniq $wrong))) }}{{ end -}}
{{- end -}}
