{{/* dict: root, component */}}
{{- define "leasehold.deployment" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- $root := .root -}}
{{- $config := include "leasehold.configMapOf" . -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname "annotations" $c.deploymentAnnotations) .) | nindent 2 }}
spec:
  {{- if not $c.autoscaling.enabled }}
  replicas: {{ $c.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  {{- with $c.minReadySeconds }}
  minReadySeconds: {{ . }}
  {{- end }}
  strategy:
    {{- toYaml (ternary $c.updateStrategy (pick $c.updateStrategy "type") (eq $c.updateStrategy.type "RollingUpdate")) | nindent 4 }}
  selector:
    matchLabels:
      {{- include "leasehold.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "leasehold.labels" . | nindent 8 }}
        {{- with $c.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        checksum/config: {{ printf "%s%s" (include "leasehold.commonConfigMap" $root) $config | sha256sum }}
        {{- with $c.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "leasehold.serviceAccountName" $c }}
      automountServiceAccountToken: false
      # Variables such as LEASEHOLD_GATEWAY_PORT=tcp://… would be taken for settings.
      enableServiceLinks: false
      securityContext:
        {{- include "leasehold.podSecurityContext" $root | nindent 8 }}
      {{- with $root.Values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      {{- with $c.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      {{- with $c.runtimeClassName }}
      runtimeClassName: {{ . }}
      {{- end }}
      {{- with $c.hostAliases }}
      hostAliases:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $c.dnsConfig }}
      dnsConfig:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      terminationGracePeriodSeconds: {{ $c.terminationGracePeriodSeconds }}
      {{- if or $c.facts.database $c.extraInitContainers }}
      initContainers:
        {{- with $c.extraInitContainers }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
        {{- if $c.facts.database }}
        # Migrations, with the owner's role, which the service itself never gets; of the credentials it has no other.
        - name: migrate
          command: [java, -XX:MaxRAMPercentage=50, -XX:TieredStopAtLevel=1, -cp, "app/*:lib/main/*:lib/boot/*", io.leasehold.kit.database.Migration]
          {{- include "leasehold.container" (merge (dict "c" $c "owner" true) .) | nindent 10 }}
        {{- end }}
      {{- end }}
      containers:
        - name: {{ $c.as }}
          {{- include "leasehold.container" (merge (dict "c" $c "owner" false) .) | nindent 10 }}
          ports:
            - name: http
              containerPort: {{ $c.facts.port }}
            {{- if ne $c.facts.port $c.facts.management }}
            - name: management
              containerPort: {{ $c.facts.management }}
            {{- end }}
          {{- include "leasehold.probes" $c | nindent 10 }}
          lifecycle:
            preStop:
              sleep:
                seconds: {{ $c.preStopSeconds }}
        {{- with $c.extraContainers }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- with $c.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $c.affinity }}
      affinity:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $c.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      topologySpreadConstraints:
        {{- if $c.topologySpreadConstraints }}
        {{- toYaml $c.topologySpreadConstraints | nindent 8 }}
        {{- else }}
        {{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
        - maxSkew: 1
          topologyKey: {{ $key }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "leasehold.selectorLabels" $ | nindent 14 }}
          # Pods of the version before don't count.
          matchLabelKeys: [pod-template-hash]
        {{- end }}
        {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 256Mi
        {{- if include "leasehold.vaultToken" . }}
        - name: vault-token
          projected:
            sources:
              - serviceAccountToken:
                  path: token
                  audience: {{ $root.Values.vault.auth.audience }}
                  expirationSeconds: 3600
        {{- end }}
        {{- include "leasehold.trustStoreVolume" $root | nindent 8 }}
        {{- if include "leasehold.clusterCa" . }}
        - name: cluster-ca
          configMap:
            name: {{ $root.Values.enrolment.kubernetes.caConfigMap }}
            items:
              - key: ca.crt
                path: ca.crt
        {{- end }}
        {{- if include "leasehold.keySourceFiles" . }}
        - name: key-sources
          projected:
            sources:
              {{- range $root.Values.keySources }}
              {{- if and .secret (not .variable) }}
              - secret:
                  name: {{ .secret.name }}
                  items:
                    - key: {{ .secret.key }}
                      path: {{ .name }}
              {{- end }}
              {{- end }}
        {{- end }}
        {{- with $c.extraVolumes }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
{{- end -}}

{{/* What the service's container and that of its migrations have in common. dict: root, component, c, owner */}}
{{- define "leasehold.container" -}}
{{- $c := .c -}}
image: {{ include "leasehold.image" (dict "root" .root "component" $c.as "image" $c.image) | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  {{- include "leasehold.containerSecurityContext" .root | nindent 2 }}
envFrom:
  {{- if ne .component "provider-sim" }}
  - configMapRef:
      name: {{ include "leasehold.fullname" .root }}
  {{- end }}
  - configMapRef:
      name: {{ $c.fullname }}
  {{- with $c.extraEnvFrom }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
env:
  {{- if .owner }}
  - name: LEASEHOLD_DATABASE_OWNER_USERNAME
    value: {{ include "leasehold.databaseUser" (dict "c" $c "role" "owner") }}
  {{- end }}
  {{- range $role := ternary (list "owner") $c.facts.database .owner }}
  {{- include "leasehold.secretVariable" (dict "c" $c "variable" (printf "LEASEHOLD_DATABASE_%s_PASSWORD" (upper $role)) "entry" (printf "database-%s-password" $role)) | nindent 2 }}
  {{- end }}
  {{- if not .owner }}
  {{- if and $c.facts.kafka (contains "SASL" .root.Values.kafka.securityProtocol) }}
  {{- include "leasehold.secretVariable" (dict "c" $c "variable" "LEASEHOLD_KAFKA_PASSWORD" "entry" "kafka-password") | nindent 2 }}
  {{- end }}
  {{- range $variable, $entry := include "leasehold.secretsOf" . | fromYaml }}
  {{- include "leasehold.secretVariable" (dict "c" $c "variable" $variable "entry" $entry) | nindent 2 }}
  {{- end }}
  {{- range $variable, $entry := $c.facts.optional }}
  {{- include "leasehold.secretVariable" (dict "c" $c "variable" $variable "entry" $entry "optional" true) | nindent 2 }}
  {{- end }}
  {{- end }}
  {{- if and (not .owner) (eq .component "key-service") }}
  {{- range .root.Values.keySources }}
  {{- if and .secret .variable }}
  - name: {{ .variable }}
    valueFrom:
      secretKeyRef:
        name: {{ .secret.name }}
        key: {{ .secret.key }}
  {{- end }}
  {{- end }}
  {{- end }}
  {{- with include "leasehold.javaOptions" . }}
  - name: JAVA_TOOL_OPTIONS
    value: {{ . }}
  {{- end }}
  {{- with $c.extraEnv }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
resources:
  {{- toYaml $c.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if and (not .owner) (include "leasehold.vaultToken" .) }}
  - name: vault-token
    mountPath: /var/run/secrets/leasehold/vault
    readOnly: true
  {{- end }}
  {{- if or .root.Values.trustStore.secret .root.Values.trustStore.configMap }}
  - name: trust-store
    mountPath: /etc/leasehold/trust
    readOnly: true
  {{- end }}
  {{- if and (not .owner) (include "leasehold.clusterCa" .) }}
  - name: cluster-ca
    mountPath: /etc/leasehold/cluster
    readOnly: true
  {{- end }}
  {{- if and (not .owner) (include "leasehold.keySourceFiles" .) }}
  # Not by subPath, so that what changes in a Secret is seen.
  - name: key-sources
    mountPath: /var/run/secrets/leasehold/key-sources
    readOnly: true
  {{- end }}
  {{- with $c.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{/* Secrets of a component beside those of database and broker, by variable. dict: root, component, c */}}
{{- define "leasehold.secretsOf" -}}
{{- $v := .root.Values -}}
{{- with .c.facts.secrets }}{{ toYaml . }}{{ end }}
{{- if and (eq .component "key-service") (has "sealed" (list $v.secrets.store $v.secrets.movingFrom)) }}
LEASEHOLD_SECRETS_MASTER_KEY: master-key
{{- end }}
{{- if and (include "leasehold.signsInToVault" .) (eq $v.vault.auth.method "appRole") }}
LEASEHOLD_VAULT_ROLE_ID: vault-role-id
LEASEHOLD_VAULT_SECRET_ID: vault-secret-id
{{- end }}
{{- end -}}

{{/* dict: root, c, owner */}}
{{- define "leasehold.javaOptions" -}}
{{- $trust := .root.Values.trustStore -}}
{{- $options := ternary (list) (list .c.facts.jvm .c.javaOptions) .owner -}}
{{- if or $trust.secret $trust.configMap }}
{{- $options = append $options "-Djavax.net.ssl.trustStore=/etc/leasehold/trust/trust.jks" -}}
{{- end }}
{{- compact $options | uniq | join " " -}}
{{- end -}}

{{/* dict: c, variable, entry */}}
{{- define "leasehold.secretVariable" -}}
{{- $elsewhere := index .c.secret.entries .entry | default dict -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ $elsewhere.name | default .c.secret.name | default .c.fullname }}
      key: {{ $elsewhere.key | default .entry }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{- define "leasehold.trustStoreVolume" -}}
{{- $trust := .Values.trustStore -}}
{{- if $trust.secret }}
- name: trust-store
  secret:
    secretName: {{ $trust.secret }}
    items:
      - key: {{ $trust.key }}
        path: trust.jks
{{- else if $trust.configMap }}
- name: trust-store
  configMap:
    name: {{ $trust.configMap }}
    items:
      - key: {{ $trust.key }}
        path: trust.jks
{{- end }}
{{- end -}}

{{/* Whether the pod checks a cluster's certificate by the cluster's own authority. dict: root, component */}}
{{- define "leasehold.clusterCa" -}}
{{- if and (has .component (list "distribution-service" "usage-collector")) .root.Values.enrolment.kubernetes.caConfigMap }}true{{ end -}}
{{- end -}}

{{/* Whether Secrets are mounted that keys take their secrets from. dict: root, component */}}
{{- define "leasehold.keySourceFiles" -}}
{{- if eq .component "key-service" }}{{ range .root.Values.keySources }}{{ if and .secret (not .variable) }}true{{ end }}{{ end }}{{ end -}}
{{- end -}}

{{/* Whether the pod signs in to Vault with a token of its own. dict: root, component */}}
{{- define "leasehold.vaultToken" -}}
{{- if and (include "leasehold.signsInToVault" .) (eq .root.Values.vault.auth.method "kubernetes") }}true{{ end -}}
{{- end -}}

{{/*
started: it has begun, and its migrations were done before. ready: what it needs for an answer is there (database, Vault, the
gateway's views). live: the process answers; what is away outside is no reason to kill it.
*/}}
{{- define "leasehold.probes" -}}
{{- $port := ternary "http" "management" (eq .facts.port .facts.management) -}}
{{- $path := dict "started" "/q/health/started" "ready" "/q/health/ready" "live" "/q/health/live" -}}
{{- if eq .component "provider-sim" }}
{{- $path = dict "started" "/openrouter/api/v1/models" "ready" "/openrouter/api/v1/models" "live" "/openrouter/api/v1/models" }}
{{- end -}}
startupProbe:
  httpGet:
    path: {{ $path.started }}
    port: {{ $port }}
  failureThreshold: {{ div .startupSeconds .probes.startup.periodSeconds }}
  {{- toYaml .probes.startup | nindent 2 }}
readinessProbe:
  httpGet:
    path: {{ $path.ready }}
    port: {{ $port }}
  {{- toYaml .probes.readiness | nindent 2 }}
livenessProbe:
  httpGet:
    path: {{ $path.live }}
    port: {{ $port }}
  {{- toYaml .probes.liveness | nindent 2 }}
{{- end -}}
