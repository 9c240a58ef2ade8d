package io.leasehold.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads fields of providers' answers leniently: absent and {@code null} are alike, what is unknown is passed over. */
public final class JsonFields {

    private JsonFields() {}

    /** A string; null where there is none. */
    public static @Nullable String text(JsonNode object, String name) {
        return object.path(name).textValue();
    }

    /** A time in RFC 3339; null where there is none. */
    public static @Nullable Instant instant(JsonNode object, String name) {
        String text = text(object, name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** The beginning, in UTC, of a day that is written {@code 2026-12-01}; null where there is none. */
    public static @Nullable Instant day(JsonNode object, String name) {
        String text = text(object, name);
        try {
            return text == null
                    ? null
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** A time in Unix seconds; null where there is none. */
    public static @Nullable Instant seconds(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() ? Instant.ofEpochSecond(value.longValue()) : null;
    }

    /**
     * An amount that is a number or a string, exactly as it was written.
     *
     * @throws ProviderException when it is neither: an amount must not be guessed
     */
    public static BigDecimal amount(JsonNode object, String name) {
        JsonNode value = object.path(name);
        try {
            if (value.isNumber()) {
                return value.decimalValue();
            }
            if (value.isTextual()) {
                return new BigDecimal(value.textValue().strip());
            }
        } catch (NumberFormatException unreadable) {
            throw unreadable(name);
        }
        throw unreadable(name);
    }

    /** The same where it may be absent: null then. */
    public static @Nullable BigDecimal amountOrNull(JsonNode object, String name) {
        return object.path(name).isMissingNode() || object.path(name).isNull() ? null : amount(object, name);
    }

    /**
     * A whole number; null where there is none.
     *
     * @throws ProviderException when it is something else: a count must not be guessed
     */
    public static @Nullable Long countOrNull(JsonNode object, String name) {
        BigDecimal count = amountOrNull(object, name);
        try {
            return count == null ? null : (Long) count.longValueExact();
        } catch (ArithmeticException noCount) {
            throw unreadable(name);
        }
    }

    /** The same where what is absent is none. */
    public static long count(JsonNode object, String name) {
        Long count = countOrNull(object, name);
        return count == null ? 0 : count;
    }

    private static ProviderException unreadable(String name) {
        return new ProviderException(
                Failure.UNREADABLE, 200, null, "The provider's answer has no amount in '" + name + "'.", null);
    }
}
