package io.leasehold.e2e.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A new namespace of the cluster that {@code KUBECONFIG} names, under the restricted Pod Security profile. */
final class Namespace implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What Kubernetes itself puts into every namespace. */
    private static final List<String> ALWAYS_THERE = List.of("configmap/kube-root-ca.crt", "serviceaccount/default");

    private final String name;

    private Namespace(String name) {
        this.name = name;
    }

    static Namespace fresh() {
        var namespace =
                new Namespace("leasehold-" + UUID.randomUUID().toString().substring(0, 8));
        apply(Map.of(
                "apiVersion", "v1",
                "kind", "Namespace",
                "metadata",
                        Map.of(
                                "name",
                                namespace.name,
                                "labels",
                                Map.of("pod-security.kubernetes.io/enforce", "restricted"))));
        return namespace;
    }

    String name() {
        return name;
    }

    void secret(String secret, Map<String, String> entries) {
        apply(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                Map.of("name", secret, "namespace", name),
                "stringData",
                entries));
    }

    /** Puts an object into the cluster; it says itself where. */
    static void apply(Map<String, ?> object) {
        try {
            Command.run(JSON.writeValueAsString(object), List.of("kubectl", "apply", "-f", "-"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** What the API server would make of a manifest; fails with what it says against it. */
    String dryRun(String manifest) {
        return Command.run(manifest, line("kubectl", "apply", "--dry-run=server", "-f", "-"));
    }

    String kubectl(String... arguments) {
        return Command.run("", line("kubectl", arguments));
    }

    JsonNode get(String... arguments) {
        var line = line("kubectl", "get", "-o", "json");
        line.addAll(List.of(arguments));
        return json(Command.run("", line));
    }

    /** What the API server answers at a path. */
    JsonNode raw(String path) {
        return json(kubectl("get", "--raw", path));
    }

    String helm(String... arguments) {
        return Command.run("", line("helm", arguments));
    }

    private List<String> line(String program, String... arguments) {
        var line = new ArrayList<>(List.of(program, "--namespace", name));
        line.addAll(List.of(arguments));
        return line;
    }

    /** {@code kind/name} of everything in it that somebody has made, but for events. */
    List<String> objects() {
        String kinds = String.join(
                ",",
                kubectl("api-resources", "--namespaced", "--verbs=list", "-o", "name")
                        .lines()
                        .filter(kind -> !kind.startsWith("events") && !kind.contains("metrics.k8s.io"))
                        .toList());
        return kubectl("get", kinds, "-o", "name")
                .lines()
                .filter(object -> !ALWAYS_THERE.contains(object))
                .sorted()
                .toList();
    }

    void deleteOnePodOf(String component) {
        String pod = kubectl("get", "pod", "-l", "app.kubernetes.io/component=" + component, "-o", "name")
                .lines()
                .findFirst()
                .orElseThrow();
        kubectl("delete", pod, "--wait=false");
    }

    void awaitRollout(String component) {
        kubectl("rollout", "status", "deployment", "-l", "app.kubernetes.io/component=" + component, "--timeout=180s");
    }

    /** Where a Service with node ports is called from outside the cluster. */
    String nodeAddress(String service, String port) {
        for (JsonNode offered : get("service", service).at("/spec/ports")) {
            if (offered.get("name").asText().equals(port)) {
                return "http://" + nodeIp() + ":" + offered.get("nodePort").asText();
            }
        }
        throw new IllegalStateException(service + " has no port " + port);
    }

    private String nodeIp() {
        for (JsonNode address : get("node").at("/items/0/status/addresses")) {
            if (address.get("type").asText().equals("InternalIP")) {
                return address.get("address").asText();
            }
        }
        throw new IllegalStateException("The cluster's node has no InternalIP");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(text, noJson);
        }
    }

    @Override
    public void close() {
        Command.run("", List.of("kubectl", "delete", "namespace", name, "--wait=false"));
    }
}
