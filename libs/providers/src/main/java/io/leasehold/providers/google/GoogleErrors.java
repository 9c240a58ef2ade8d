package io.leasehold.providers.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Errors of Google's APIs. A wrong key is 400, told by its reason. 429 is a rate, or a quota of the day or money that is
 * gone; no header says how long to wait, but the body does.
 */
final class GoogleErrors implements ErrorReader {
    static final String WRONG_KEY = "API_KEY_INVALID";
    private static final String OF_THE_DAY = "PerDay";

    @Override
    public String provider() {
        return "Google";
    }

    @Override
    public Reading read(Answer answer) {
        JsonNode error = answer.body().path("error");
        String words = JsonFields.text(error, "message");
        String reason = firstOfDetails(error, "reason");
        return new Reading(
                failure(answer.status(), reason, error, words),
                reason == null ? JsonFields.text(error, "status") : reason,
                words,
                delay(firstOfDetails(error, "retryDelay")));
    }

    private static Failure failure(int status, @Nullable String reason, JsonNode error, @Nullable String words) {
        if (WRONG_KEY.equals(reason)) {
            return Failure.INVALID_CREDENTIAL;
        }
        return status == 429 && (isOfTheDay(error) || isAboutMoney(words))
                ? Failure.NO_CREDIT
                : ErrorReader.byStatus(status);
    }

    private static boolean isOfTheDay(JsonNode error) {
        return error.path("details")
                .valueStream()
                .flatMap(detail -> detail.path("violations").valueStream())
                .anyMatch(violation -> violation.path("quotaId").asText().contains(OF_THE_DAY));
    }

    /** A project's cap and an empty prepaid balance have no detail of their own; quotas speak of billing as well. */
    private static boolean isAboutMoney(@Nullable String words) {
        String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return Stream.of("spend cap", "spending cap", "spend limit", "prepay", "prepaid")
                .anyMatch(lower::contains);
    }

    private static @Nullable String firstOfDetails(JsonNode error, String field) {
        return error.path("details")
                .valueStream()
                .map(detail -> JsonFields.text(detail, field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** {@code 37s}, {@code 0.5s}. */
    private static @Nullable Duration delay(@Nullable String written) {
        if (written == null || !written.matches("\\d{1,9}(\\.\\d{1,9})?s")) {
            return null;
        }
        BigDecimal seconds = new BigDecimal(written.substring(0, written.length() - 1));
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
