package io.leasehold.kit.openapi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Finds the schemas of a description, wherever they are. */
final class SchemaWalk {
    private static final String REF = "#/components/schemas/";

    private SchemaWalk() {}

    static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths() == null
                ? Stream.of()
                : orEmpty(api.getPaths().getPathItems()).values().stream()
                        .flatMap(item -> item.getOperations().values().stream());
    }

    static Stream<MediaType> requestBodies(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : mediaTypes(operation.getRequestBody().getContent());
    }

    static Stream<MediaType> answers(Operation operation) {
        return responses(operation).values().stream().flatMap(response -> mediaTypes(response.getContent()));
    }

    static Map<String, APIResponse> responses(Operation operation) {
        return operation.getResponses() == null
                ? Map.of()
                : orEmpty(operation.getResponses().getAPIResponses());
    }

    /** Visits every schema that is used or named, and those inside of them. */
    static void each(OpenAPI api, Consumer<Schema> visitor) {
        orEmpty(api.getComponents().getSchemas()).values().forEach(schema -> each(schema, visitor));
        used(api).forEach(schema -> each(schema, visitor));
    }

    /** The outermost schemas of parameters and bodies. */
    static Stream<Schema> used(OpenAPI api) {
        return operations(api)
                .flatMap(operation -> Stream.of(
                                orEmpty(operation.getParameters()).stream().map(Parameter::getSchema),
                                requestBodies(operation).map(MediaType::getSchema),
                                answers(operation).map(MediaType::getSchema))
                        .flatMap(schemas -> schemas))
                .filter(Objects::nonNull);
    }

    /** The names of all schemas that these refer to, themselves or by way of others. */
    static Set<String> reachable(OpenAPI api, Stream<Schema> from) {
        Map<String, Schema> named = orEmpty(api.getComponents().getSchemas());
        Set<String> seen = new LinkedHashSet<>();
        Consumer<Schema> visitor = new Consumer<>() {
            @Override
            public void accept(Schema schema) {
                String name = refName(schema);
                if (name != null && seen.add(name) && named.containsKey(name)) {
                    each(Objects.requireNonNull(named.get(name)), this);
                }
            }
        };
        from.forEach(schema -> each(schema, visitor));
        return seen;
    }

    /** The name that a schema refers to; null when it is no reference. */
    static @Nullable String refName(Schema schema) {
        String ref = schema.getRef();
        return ref != null && ref.startsWith(REF) ? ref.substring(REF.length()) : null;
    }

    private static Stream<MediaType> mediaTypes(@Nullable Content content) {
        return content == null ? Stream.of() : orEmpty(content.getMediaTypes()).values().stream();
    }

    private static void each(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        orEmpty(schema.getProperties()).values().forEach(inner -> each(inner, visitor));
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .flatMap(schemas -> orEmpty(schemas).stream())
                .forEach(inner -> each(inner, visitor));
        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                .filter(Objects::nonNull)
                .forEach(inner -> each(inner, visitor));
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static <V> Collection<V> orEmpty(@Nullable List<V> list) {
        return list == null ? List.of() : list;
    }
}
