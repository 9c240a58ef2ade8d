package io.leasehold.helm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One rendered object; keys stay in their order. */
record KubeObject(Map<String, Object> content) {

    String kind() {
        return String.valueOf(content.get("kind"));
    }

    String name() {
        return String.valueOf(at("metadata", "name"));
    }

    String component() {
        return String.valueOf(at("metadata", "labels", "app.kubernetes.io/component"));
    }

    /** What lies under a path of keys; null where there is nothing. */
    Object at(String... path) {
        Object found = content;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    boolean hasPods() {
        return at("spec", "template", "spec") != null;
    }

    Map<String, Object> pod() {
        return map(at("spec", "template", "spec"));
    }

    List<Map<String, Object>> allContainers() {
        var all = new ArrayList<Map<String, Object>>();
        for (String key : List.of("initContainers", "containers")) {
            all.addAll(maps(pod().get(key)));
        }
        return all;
    }

    /** The variables that a container gets from Secrets or literally. */
    static List<String> variables(Map<String, Object> container) {
        return maps(container.get("env")).stream()
                .map(variable -> String.valueOf(variable.get("name")))
                .toList();
    }

    static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> raw) {
            raw.forEach((key, content) -> map.put(String.valueOf(key), content));
        }
        return map;
    }

    static List<Map<String, Object>> maps(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(KubeObject::map).toList()
                : List.of();
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
