package io.leasehold.providers.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Understands the errors of one provider. */
public interface ErrorReader {

    /** The provider's name, for messages. */
    String provider();

    /** What an answer that is no success means. */
    Reading read(Answer answer);

    /**
     * @param code the provider's own error type or code
     * @param words what the provider says
     * @param retryAfter what to wait, where the provider tells it in a way of its own; null otherwise
     */
    record Reading(
            Failure failure,
            @Nullable String code,
            @Nullable String words,
            @Nullable Duration retryAfter) {

        public Reading(Failure failure, @Nullable String code, @Nullable String words) {
            this(failure, code, words, null);
        }
    }

    /** What a status means where the provider has no habits of its own. */
    static Failure byStatus(int status) {
        return switch (status) {
            case 401 -> Failure.INVALID_CREDENTIAL;
            case 402 -> Failure.NO_CREDIT;
            case 403 -> Failure.FORBIDDEN;
            case 404 -> Failure.NOT_FOUND;
            case 408, 504, 524 -> Failure.TIMEOUT;
            case 409 -> Failure.CONFLICT;
            case 429 -> Failure.RATE_LIMITED;
            default -> byFamily(status);
        };
    }

    private static Failure byFamily(int status) {
        if (status >= 500) {
            return Failure.UNAVAILABLE;
        }
        return status >= 400 ? Failure.BAD_REQUEST : Failure.UNREADABLE;
    }
}
