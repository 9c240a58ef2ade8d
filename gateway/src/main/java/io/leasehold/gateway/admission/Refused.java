package io.leasehold.gateway.admission;

import io.leasehold.gateway.hold.Room;
import io.leasehold.providers.dialect.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The gateway answers itself. The message is for the client and says what to do next. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal reason;
    private final String explanation;
    private final transient @Nullable Duration retryAfter;
    private final transient @Nullable Room room;

    public Refused(Refusal reason, String message) {
        this(reason, message, null, null);
    }

    /** @param room what the limit leaves that is in the way */
    public Refused(Refusal reason, String message, Room room) {
        this(reason, message, null, room);
    }

    /** @param retryAfter when another try makes sense */
    public Refused(Refusal reason, String message, Duration retryAfter) {
        this(reason, message, retryAfter, null);
    }

    private Refused(Refusal reason, String message, @Nullable Duration retryAfter, @Nullable Room room) {
        super(message, null, false, false);
        this.reason = reason;
        this.explanation = message;
        this.retryAfter = retryAfter;
        this.room = room;
    }

    public Refusal reason() {
        return reason;
    }

    public String explanation() {
        return explanation;
    }

    /** Null where the client must change something first. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What the spend limit leaves that is in the way; null where none is. */
    public @Nullable Room room() {
        return room;
    }
}
