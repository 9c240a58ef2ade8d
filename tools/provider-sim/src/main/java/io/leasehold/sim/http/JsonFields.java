package io.leasehold.sim.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body in which a field that is null and a field that is missing mean different things. */
public record JsonFields(JsonNode fields) {

    public static JsonFields of(Buffer body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body.getBytes());
            if (node.isObject()) {
                return new JsonFields(node);
            }
        } catch (IOException e) {
            throw new InvalidRequest("The body is not valid JSON");
        }
        throw new InvalidRequest("The body is not a JSON object");
    }

    public boolean has(String name) {
        return fields.has(name);
    }

    public Optional<String> text(String name) {
        return value(name).map(value -> {
            require(value.isTextual(), name, "string");
            return value.textValue();
        });
    }

    public Optional<Boolean> flag(String name) {
        return value(name).map(value -> {
            require(value.isBoolean(), name, "boolean");
            return value.booleanValue();
        });
    }

    /** A whole number above 0. */
    public Optional<Integer> positive(String name) {
        return value(name).map(value -> {
            require(value.canConvertToInt() && value.intValue() > 0, name, "whole number above 0");
            return value.intValue();
        });
    }

    /** An amount of money; null for none. */
    public @Nullable BigDecimal amount(String name) {
        return value(name)
                .map(value -> {
                    require(value.isNumber() && value.decimalValue().signum() >= 0, name, "number, not negative");
                    return value.decimalValue();
                })
                .orElse(null);
    }

    public @Nullable Instant time(String name) {
        return text(name).map(value -> parse(name, value)).orElse(null);
    }

    private static Instant parse(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new InvalidRequest(name + ": expected a UTC time in RFC 3339");
        }
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
    }

    private static void require(boolean holds, String name, String expected) {
        if (!holds) {
            throw new InvalidRequest(name + ": expected " + expected);
        }
    }
}
