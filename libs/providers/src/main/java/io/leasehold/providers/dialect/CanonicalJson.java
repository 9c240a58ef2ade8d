package io.leasehold.providers.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON in one way only: members by their names, numbers by their value, without marks of what is to be cached. */
final class CanonicalJson {
    private static final String CACHE_MARK = "cache_control";

    private CanonicalJson() {}

    static String write(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            writeObject(node, out);
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(element -> {
                write(element, out);
                out.append(',');
            });
            out.append(']');
        } else if (node.isNumber()) {
            out.append(node.decimalValue().stripTrailingZeros());
        } else {
            out.append(node);
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        sorted.remove(CACHE_MARK);
        out.append('{');
        sorted.forEach((name, value) -> {
            // Lengths keep names apart from what follows, without escapes.
            out.append(name.length()).append(name).append(':');
            write(value, out);
            out.append(',');
        });
        out.append('}');
    }
}
