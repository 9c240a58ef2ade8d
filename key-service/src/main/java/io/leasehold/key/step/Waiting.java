package io.leasehold.key.step;

/** Why work does not go on at once. */
public enum Waiting {
    /** It is tried again soon, or its time has not come. */
    RETRY,
    /** It failed for good, or for too long; it is tried again all the same. */
    STUCK,
    /** A person must do something first. */
    MANUAL
}
