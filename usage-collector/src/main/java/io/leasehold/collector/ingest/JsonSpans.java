package io.leasehold.collector.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.kit.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OTLP in JSON: ids in hex, 64-bit numbers as texts or numbers, what is not known passed over. */
final class JsonSpans implements SpanFormat {
    static final String MEDIA_TYPE = "application/json";

    private static final int ERROR = 2;

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public List<Span> read(byte[] body) throws UnreadableSpansException {
        try {
            JsonNode request = Json.events().readTree(body);
            if (request == null || !request.isObject()) {
                throw new IllegalArgumentException("An export is an object");
            }
            return items(request, "resourceSpans").flatMap(JsonSpans::spans).toList();
        } catch (IOException | IllegalArgumentException malformed) {
            throw new UnreadableSpansException(malformed);
        }
    }

    private static Stream<Span> spans(JsonNode resource) {
        Map<String, Object> shared = attributes(resource.path("resource"));
        return items(resource, "scopeSpans")
                .flatMap(scope -> items(scope, "spans"))
                .map(span -> span(span, shared));
    }

    private static Span span(JsonNode span, Map<String, Object> resource) {
        return new Span(
                span.path("traceId").asText("").toLowerCase(Locale.ROOT),
                span.path("spanId").asText("").toLowerCase(Locale.ROOT),
                whole(span.path("startTimeUnixNano")).orElse(0L),
                whole(span.path("endTimeUnixNano")).orElse(0L),
                isError(span.path("status").path("code")),
                attributes(span),
                resource);
    }

    private static boolean isError(JsonNode code) {
        return code.asInt(0) == ERROR || code.asText("").equals("STATUS_CODE_ERROR");
    }

    private static Map<String, Object> attributes(JsonNode owner) {
        Map<String, Object> attributes = new HashMap<>();
        items(owner, "attributes")
                .forEach(pair -> value(pair.path("value"))
                        .ifPresent(value -> attributes.put(pair.path("key").asText(""), value)));
        return attributes;
    }

    private static Optional<Object> value(JsonNode value) {
        if (value.hasNonNull("stringValue")) {
            return Optional.of(value.get("stringValue").asText());
        }
        if (value.hasNonNull("intValue")) {
            return whole(value.get("intValue")).map(Object.class::cast);
        }
        if (value.hasNonNull("doubleValue")) {
            return Optional.of(value.get("doubleValue").asDouble());
        }
        return Optional.ofNullable(value.get("boolValue")).map(JsonNode::asBoolean);
    }

    /** @throws IllegalArgumentException where it is a text and no number */
    private static Optional<Long> whole(JsonNode number) {
        return switch (number.getNodeType()) {
            case NUMBER -> Optional.of(number.longValue());
            case STRING -> Optional.of(Long.parseUnsignedLong(number.textValue()));
            default -> Optional.empty();
        };
    }

    private static Stream<JsonNode> items(JsonNode owner, String field) {
        return owner.path(field).valueStream();
    }

    @Override
    public byte[] answer(long rejected, @Nullable String message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (message != null) {
            answer.putObject("partialSuccess")
                    .put("rejectedSpans", Long.toString(rejected))
                    .put("errorMessage", message);
        }
        return bytes(answer);
    }

    @Override
    public byte[] failure(String message) {
        return bytes(JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return Json.events().writeValueAsString(json).getBytes(UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can be written", impossible);
        }
    }
}
