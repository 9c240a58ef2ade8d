package io.leasehold.providers.copilot;

import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's errors (REST API, troubleshooting). 403 is also what too many calls are answered with, which says nothing of
 * the token; then either the headers tell that none is left until a time, or the words speak of a limit.
 */
final class GitHubErrors implements ErrorReader {
    private final Clock clock;

    GitHubErrors(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "GitHub";
    }

    @Override
    public Reading read(Answer answer) {
        String words = JsonFields.text(answer.body(), "message");
        if (answer.status() == 403 && isRateLimit(answer, words)) {
            return new Reading(Failure.RATE_LIMITED, null, words, untilReset(answer));
        }
        return new Reading(ErrorReader.byStatus(answer.status()), null, words, untilReset(answer));
    }

    private static boolean isRateLimit(Answer answer, @Nullable String words) {
        return noneLeft(answer)
                || answer.retryAfter() != null
                || (words != null && words.toLowerCase(Locale.ROOT).contains("rate limit"));
    }

    private static boolean noneLeft(Answer answer) {
        return "0".equals(answer.header("x-ratelimit-remaining"));
    }

    /** Only where no calls are left, and the provider does not say more plainly what to wait. */
    private @Nullable Duration untilReset(Answer answer) {
        String reset = answer.header("x-ratelimit-reset");
        if (reset == null || answer.retryAfter() != null || !noneLeft(answer) || !reset.matches("\\d{1,12}")) {
            return null;
        }
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset)));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
