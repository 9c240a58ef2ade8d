package io.leasehold.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every route of the committed API description, with a body that fits it, made of its examples. */
public final class OpenApiRoutes {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    private final JsonNode api;

    public OpenApiRoutes() {
        try {
            api = new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("openapi.yaml").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param body what its examples say; null where it takes none
     * @param queries names of its query parameters that are texts or ids
     */
    public record Route(
            String method, String path, @Nullable ObjectNode body, List<String> queries) {
        public List<String> parameters() {
            List<String> names = new ArrayList<>();
            Matcher found = PARAMETER.matcher(path);
            while (found.find()) {
                names.add(found.group(1));
            }
            return names;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Route> all() {
        List<Route> routes = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .forEach(operation -> routes.add(new Route(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                body(operation.getValue()),
                                queries(operation.getValue())))));
        return routes;
    }

    private @Nullable ObjectNode body(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : object(resolve(schema));
    }

    private static List<String> queries(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && !List.of("limit", "cursor").contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            String[] steps = schema.get("$ref").asText().split("/", -1);
            return resolve(api.at("/components/schemas").path(steps[steps.length - 1]));
        }
        return schema;
    }

    /** What it needs, and every id that it may name. */
    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || isId(property.getKey())) {
                object.set(property.getKey(), example(property.getValue()));
            }
        });
        return object;
    }

    /** Whether a property names something that can be another's. */
    public static boolean isId(String property) {
        return property.equals("id") || property.endsWith("_id") || property.equals("domain");
    }

    private JsonNode example(JsonNode schema) {
        if (schema.path("examples").size() > 0) {
            return schema.path("examples").get(0);
        }
        for (JsonNode choice : schema.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                return example(choice);
            }
        }
        JsonNode resolved = resolve(schema);
        if (resolved.path("examples").size() > 0) {
            return resolved.path("examples").get(0);
        }
        if (resolved.path("enum").size() > 0) {
            return resolved.path("enum").get(0);
        }
        return switch (resolved.path("type").asText()) {
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(1);
            case "string" -> JsonNodeFactory.instance.textNode("text");
            default -> object(resolved);
        };
    }
}
