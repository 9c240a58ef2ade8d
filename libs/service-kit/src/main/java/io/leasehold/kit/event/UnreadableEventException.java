package io.leasehold.kit.event;

import org.jspecify.annotations.Nullable;

/** A record that will never be read, however often it is tried. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
