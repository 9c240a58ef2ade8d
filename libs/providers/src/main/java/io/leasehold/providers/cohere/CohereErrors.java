package io.leasehold.providers.cohere;

import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cohere's errors (API reference, errors), which have no type: the status tells what they are, some of them its own.
 * 429 means too fast, or that a trial key has had its calls of the month, and only the words tell which.
 */
final class CohereErrors implements ErrorReader {
    private static final int TOO_MANY = 429;
    private static final Pattern USED_UP =
            Pattern.compile("month|quota|billing|credit|spend", Pattern.CASE_INSENSITIVE);

    @Override
    public String provider() {
        return "Cohere";
    }

    @Override
    public Reading read(Answer answer) {
        String words = JsonFields.text(answer.body(), "message");
        return new Reading(failure(answer.status(), words), null, words);
    }

    private static Failure failure(int status, @Nullable String words) {
        return switch (status) {
            case 498 -> Failure.INVALID_CREDENTIAL;
            // The connection was given up before the answer was there.
            case 499 -> Failure.UNAVAILABLE;
            case TOO_MANY -> words != null && USED_UP.matcher(words).find() ? Failure.NO_CREDIT : Failure.RATE_LIMITED;
            default -> ErrorReader.byStatus(status);
        };
    }
}
