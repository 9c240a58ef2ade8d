package io.leasehold.collector.standing;

/** A provider lists none of the keys that are in use here. */
public final class NoneListedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoneListedException() {
        super("none of our keys is listed", null, false, false);
    }
}
