package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Mistral's errors (API specification, and what its SDK reads). They come in several shapes: a message that is a text or
 * an object with details, or details alone. Which 429 means that no money is left is not documented: those that are
 * surely about speed are retried, others by what they say.
 */
final class MistralErrors implements ErrorReader {
    private static final Set<String> TOO_FAST = Set.of("rate_limited", "service_tier_capacity_exceeded");
    private static final Set<Integer> MAY_BE_ABOUT_MONEY = Set.of(403, 429);
    private static final Pattern ABOUT_MONEY =
            Pattern.compile("monthly|spend|billing|payment|credit|quota|suspended", Pattern.CASE_INSENSITIVE);

    @Override
    public String provider() {
        return "Mistral";
    }

    @Override
    public Reading read(Answer answer) {
        String type = JsonFields.text(answer.body(), "type");
        String words = words(answer.body());
        return new Reading(failure(answer.status(), type, words), type, words);
    }

    private static Failure failure(int status, @Nullable String type, @Nullable String words) {
        boolean unclear = MAY_BE_ABOUT_MONEY.contains(status) && (type == null || !TOO_FAST.contains(type));
        boolean money = unclear && ABOUT_MONEY.matcher(type + " " + words).find();
        return money ? Failure.NO_CREDIT : ErrorReader.byStatus(status);
    }

    private static @Nullable String words(JsonNode body) {
        JsonNode message = body.path("message");
        if (message.isTextual()) {
            return message.textValue();
        }
        JsonNode detail = message.isObject() ? message.path("detail") : body.path("detail");
        return detail.isTextual() ? detail.textValue() : details(detail);
    }

    private static @Nullable String details(JsonNode detail) {
        String joined = detail.valueStream()
                .map(one -> JsonFields.text(one, "msg"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return joined.isEmpty() ? null : joined;
    }
}
