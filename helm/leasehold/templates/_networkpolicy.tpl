{{/* dict: root, component */}}
{{- define "leasehold.networkPolicy" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- $root := .root -}}
{{- $v := .root.Values -}}
{{- if $v.networkPolicy.enabled -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname) .) | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "leasehold.selectorLabels" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- $callers := include "leasehold.callers" . }}
  {{- $exposed := and $c.facts.paths (or $c.ingress.enabled $c.httpRoute.enabled (ne $c.service.type "ClusterIP")) }}
  {{- if not (or $callers $exposed $v.metrics.serviceMonitor.enabled) }}
  # Nobody.
  ingress: []
  {{- else }}
  ingress:
    {{- if $callers }}
    - from:
        {{- $callers | nindent 8 }}
      ports:
        - port: http
    {{- end }}
    {{- if $exposed }}
    # What comes from outside; with a Service that is open to the world, from anywhere.
    - ports:
        - port: http
      {{- if and $v.networkPolicy.ingressController (eq $c.service.type "ClusterIP") }}
      from:
        {{- toYaml $v.networkPolicy.ingressController | nindent 8 }}
      {{- end }}
    {{- end }}
    {{- if and $v.metrics.serviceMonitor.enabled (ne .component "provider-sim") }}
    - ports:
        - port: {{ ternary "http" "management" (eq $c.facts.port $c.facts.management) }}
      {{- with $v.networkPolicy.prometheus }}
      from:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
  {{- end }}
  egress:
    - ports:
        - port: 53
          protocol: UDP
        - port: 53
          protocol: TCP
      {{- with $v.networkPolicy.dns }}
      to:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- range $callee := include "leasehold.callees" (dict "root" $root "component" .component "facts" $c.facts) | fromYamlArray }}
    {{- $port := (index (include "leasehold.facts" $root | fromYaml) $callee).port }}
    - ports:
        - port: {{ $port }}
      to:
        - podSelector:
            matchLabels:
              {{- include "leasehold.selectorLabels" (dict "root" $root "component" $callee) | nindent 14 }}
    {{- end }}
    {{- range $where := $c.facts.egress }}
    {{- $ports := include (printf "leasehold.portsOf.%s" $where) (dict "root" $root "c" $c) | fromYamlArray }}
    {{- if $ports }}
    # {{ $where }}
    - ports:
        {{- range $ports }}
        - port: {{ . }}
        {{- end }}
      {{- with index $v.networkPolicy $where }}
      to:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
    {{- end }}
    {{- if and $v.traces.endpoint (ne .component "provider-sim") }}
    # traces
    - ports:
        - port: {{ include "leasehold.urlPort" $v.traces.endpoint }}
      {{- with $v.networkPolicy.traces }}
      to:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
    {{- if and $v.providerSim.enabled (has "providers" $c.facts.egress) }}
    - ports:
        - port: 8090
      to:
        - podSelector:
            matchLabels:
              {{- include "leasehold.selectorLabels" (dict "root" $root "component" "provider-sim") | nindent 14 }}
    {{- end }}
{{- end -}}
{{- end -}}

{{/* Which components one calls: where Vault is, secrets are read there and not at key-service. dict: root, component, facts */}}
{{- define "leasehold.callees" -}}
{{- $calls := .facts.calls -}}
{{- if eq (include "leasehold.secretStore" .) "sealed" }}{{ $calls = concat $calls .facts.callsIfSealed }}{{ end -}}
{{- toYaml $calls -}}
{{- end -}}

{{/* Who calls a component: other components, and who is named in its values. dict: root, component */}}
{{- define "leasehold.callers" -}}
{{- $root := .root -}}
{{- $component := .component -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- range $caller, $facts := include "leasehold.facts" $root | fromYaml }}
{{- $callees := include "leasehold.callees" (dict "root" $root "component" $caller "facts" $facts) | fromYamlArray }}
{{- if or (has $component $callees) (and (eq $component "provider-sim") (has "providers" $facts.egress)) }}
- podSelector:
    matchLabels:
      {{- include "leasehold.selectorLabels" (dict "root" $root "component" $caller) | nindent 6 }}
{{- end }}
{{- end }}
{{- with $c.allowedFrom }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The ports of what is outside, as its addresses tell. dict: root, c */}}

{{- define "leasehold.portsOf.database" -}}
{{- $url := .c.database.url | trimPrefix "jdbc:" -}}
- {{ ternary (include "leasehold.urlPort" $url) (toString .root.Values.database.port) (ne $url "") }}
{{- end -}}

{{- define "leasehold.portsOf.kafka" -}}
{{- $ports := list -}}
{{- range splitList "," .root.Values.kafka.bootstrapServers }}{{ $ports = append $ports (regexFind "[0-9]+$" .) }}{{ end -}}
{{- range uniq $ports | compact }}
- {{ . }}
{{- end }}
{{- end -}}

{{- define "leasehold.portsOf.oidc" -}}
- {{ include "leasehold.urlPort" .root.Values.oidc.issuer }}
{{- end -}}

{{- define "leasehold.portsOf.vault" -}}
{{- if include "leasehold.signsInToVault" (dict "root" .root "component" .c.component) }}
- {{ include "leasehold.urlPort" .root.Values.vault.url }}
{{- end }}
{{- end -}}

{{- define "leasehold.portsOf.providers" -}}
{{- $ports := list "443" -}}
{{- range $provider, $url := .root.Values.providers }}{{ $ports = append $ports (include "leasehold.urlPort" $url) }}{{ end -}}
{{- $rates := .root.Values.polling.exchangeRates -}}
{{- if and (eq .c.as "usage-collector") $rates.enabled $rates.address }}{{ $ports = append $ports (include "leasehold.urlPort" $rates.address) }}{{ end -}}
{{- range uniq $ports }}
- {{ . }}
{{- end }}
{{- end -}}
