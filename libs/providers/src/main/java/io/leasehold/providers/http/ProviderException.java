package io.leasehold.providers.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to a provider's management API that failed after all its attempts. The message holds no secret. */
public final class ProviderException extends RuntimeException {
    private final Failure failure;
    private final String explanation;
    private final int status;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    /**
     * @param status the HTTP status; 0 when there was no answer
     * @param code the provider's own error type or code
     * @param retryAfter how long the provider asks to wait
     */
    public ProviderException(
            Failure failure, int status, @Nullable String code, String message, @Nullable Duration retryAfter) {
        super(message);
        this.failure = failure;
        this.explanation = message;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public Failure failure() {
        return failure;
    }

    /** The message: what happened, for people, without a secret. */
    public String explanation() {
        return explanation;
    }

    public int status() {
        return status;
    }

    public @Nullable String code() {
        return code;
    }

    /** What the provider asked to wait; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What to wait before another try: what the provider asked for, else a minute. */
    public Duration waitFor() {
        return retryAfter == null ? Duration.ofMinutes(1) : retryAfter;
    }

    public boolean retryable() {
        return failure.retryable();
    }
}
