package io.leasehold.gateway.admission;

import io.leasehold.providers.dialect.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The gateway answers itself. The message is for the client and says what to do next. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal reason;
    private final String explanation;
    private final transient @Nullable Duration retryAfter;

    public Refused(Refusal reason, String message) {
        this(reason, message, null);
    }

    /** @param retryAfter when another try makes sense; null where the client must change something first */
    public Refused(Refusal reason, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.reason = reason;
        this.explanation = message;
        this.retryAfter = retryAfter;
    }

    public Refusal reason() {
        return reason;
    }

    public String explanation() {
        return explanation;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
