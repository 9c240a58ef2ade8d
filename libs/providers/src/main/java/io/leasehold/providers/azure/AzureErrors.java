package io.leasehold.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Errors of a resource and of Azure's management. A code is a name, or the status as a string. How long to wait stands in a
 * header, for costs in one of its own, or in words.
 */
final class AzureErrors implements ErrorReader {
    private static final String NO_QUOTA = "insufficient_quota";
    private static final String COST_LIMITS = "x-ms-ratelimit-microsoft.costmanagement-";
    private static final Pattern WAIT = Pattern.compile("(?i)retry after (\\d{1,7}) second");

    @Override
    public String provider() {
        return "Azure OpenAI";
    }

    @Override
    public Reading read(Answer answer) {
        JsonNode error = answer.body().path("error");
        String code = JsonFields.text(error, "code");
        String words = JsonFields.text(error, "message");
        Failure failure = NO_QUOTA.equals(code) ? Failure.NO_CREDIT : ErrorReader.byStatus(answer.status());
        return new Reading(failure, code, words, wait(answer, words));
    }

    private static @Nullable Duration wait(Answer answer, @Nullable String words) {
        Duration ofCosts = ofCosts(answer);
        if (ofCosts != null || answer.retryAfter() != null) {
            return ofCosts;
        }
        Matcher said = WAIT.matcher(words == null ? "" : words);
        return said.find() ? Duration.ofSeconds(Long.parseLong(said.group(1))) : null;
    }

    /** Several limits may be reached; the longest wait counts. */
    private static @Nullable Duration ofCosts(Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> isWait(header.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .filter(seconds -> seconds.matches("\\d{1,7}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isWait(String header) {
        return header.startsWith(COST_LIMITS) && header.endsWith("-retry-after");
    }
}
