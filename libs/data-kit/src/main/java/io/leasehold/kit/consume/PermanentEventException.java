package io.leasehold.kit.consume;

/** An event that can't be used now and never will be. */
public final class PermanentEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PermanentEventException(String reason) {
        super(reason);
    }
}
