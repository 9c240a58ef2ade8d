{{/* Every kind that each component has. dict: root, component */}}

{{- define "leasehold.commonConfigMap" -}}
{{- include "leasehold.configMap" (dict "root" . "component" "common" "name" (include "leasehold.fullname" .) "config" (include "leasehold.commonConfig" .)) -}}
{{- end -}}

{{- define "leasehold.configMapOf" -}}
{{- include "leasehold.configMap" (merge (dict "name" (include "leasehold.component" . | fromYaml).fullname "config" (include "leasehold.componentConfig" .)) .) -}}
{{- end -}}

{{- define "leasehold.serviceAccountName" -}}
{{- .serviceAccount.name | default (ternary .fullname "default" .serviceAccount.create) -}}
{{- end -}}

{{- define "leasehold.serviceAccount" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- if $c.serviceAccount.create -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" (include "leasehold.serviceAccountName" $c) "annotations" $c.serviceAccount.annotations) .) | nindent 2 }}
automountServiceAccountToken: false
{{- end -}}
{{- end -}}

{{- define "leasehold.service" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname "annotations" $c.service.annotations) .) | nindent 2 }}
spec:
  type: {{ $c.service.type }}
  selector:
    {{- include "leasehold.selectorLabels" . | nindent 4 }}
  ports:
    - name: http
      port: {{ $c.facts.port }}
      targetPort: http
      appProtocol: http
{{- end -}}

{{- define "leasehold.hpa" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- if $c.autoscaling.enabled -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname) .) | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ $c.fullname }}
  minReplicas: {{ $c.autoscaling.minReplicas }}
  maxReplicas: {{ $c.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $c.autoscaling.targetCPU }}
    {{- with $c.autoscaling.targetOpenStreams }}
    - type: Pods
      pods:
        metric:
          name: leasehold_gateway_requests_underway
        target:
          type: AverageValue
          averageValue: {{ . | quote }}
    {{- end }}
{{- end -}}
{{- end -}}

{{- define "leasehold.pdb" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- if $c.podDisruptionBudget.enabled -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname) .) | nindent 2 }}
spec:
  maxUnavailable: {{ $c.podDisruptionBudget.maxUnavailable }}
  # A pod that can't serve anyway doesn't keep a node from being drained.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "leasehold.selectorLabels" . | nindent 6 }}
{{- end -}}
{{- end -}}

{{- define "leasehold.ingress" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- if $c.ingress.enabled -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname "annotations" $c.ingress.annotations) .) | nindent 2 }}
spec:
  {{- with $c.ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- with $c.ingress.tlsSecret }}
  tls:
    - hosts: [{{ $c.ingress.host | quote }}]
      secretName: {{ . }}
  {{- end }}
  rules:
    - host: {{ $c.ingress.host | quote }}
      http:
        paths:
          {{- range $c.facts.paths }}
          - path: {{ . }}
            pathType: Prefix
            backend:
              service:
                name: {{ $c.fullname }}
                port:
                  name: http
          {{- end }}
{{- end -}}
{{- end -}}

{{- define "leasehold.httpRoute" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- if $c.httpRoute.enabled -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  {{- include "leasehold.metadata" (merge (dict "name" $c.fullname "annotations" $c.httpRoute.annotations) .) | nindent 2 }}
spec:
  parentRefs:
    {{- toYaml $c.httpRoute.parentRefs | nindent 4 }}
  {{- with $c.httpRoute.hostnames }}
  hostnames:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  rules:
    - matches:
        {{- range $c.facts.paths }}
        - path:
            type: PathPrefix
            value: {{ . }}
        {{- end }}
      backendRefs:
        - name: {{ $c.fullname }}
          port: {{ $c.facts.port }}
{{- end -}}
{{- end -}}

{{- define "leasehold.serviceMonitor" -}}
{{- $c := include "leasehold.component" . | fromYaml -}}
{{- $monitor := .root.Values.metrics.serviceMonitor -}}
{{- if $monitor.enabled -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ $c.fullname }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "leasehold.labels" . | nindent 4 }}
    {{- with $monitor.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels:
      {{- include "leasehold.selectorLabels" . | nindent 6 }}
  endpoints:
    # The container's port: management is no port of a Service that may be shown to the world.
    - targetPort: {{ ternary "http" "management" (eq $c.facts.port $c.facts.management) }}
      path: /q/metrics
      interval: {{ $monitor.interval }}
{{- end -}}
{{- end -}}
