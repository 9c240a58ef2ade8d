package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.key.SpendReset;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body in which a field that is null and a field that is missing mean different things. */
record JsonFields(JsonNode fields) {

    static JsonFields of(Buffer body) {
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

    boolean has(String name) {
        return fields.has(name);
    }

    Optional<String> text(String name) {
        return value(name).map(value -> {
            require(value.isTextual(), name, "string");
            return value.textValue();
        });
    }

    Optional<Boolean> flag(String name) {
        return value(name).map(value -> {
            require(value.isBoolean(), name, "boolean");
            return value.booleanValue();
        });
    }

    /** An amount of money; null for none. */
    @Nullable
    BigDecimal amount(String name) {
        return value(name)
                .map(value -> {
                    require(value.isNumber() && value.decimalValue().signum() >= 0, name, "number, not negative");
                    return value.decimalValue();
                })
                .orElse(null);
    }

    /** Null or missing means never. */
    SpendReset reset(String name) {
        return text(name)
                .map(wanted -> Arrays.stream(SpendReset.values())
                        .filter(reset ->
                                reset != SpendReset.NEVER && reset.wireName().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest(name + ": expected daily, weekly, monthly or null")))
                .orElse(SpendReset.NEVER);
    }

    @Nullable
    Instant time(String name) {
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
