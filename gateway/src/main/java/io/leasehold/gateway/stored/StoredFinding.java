package io.leasehold.gateway.stored;

/** Whether a lease was given an answer that its provider keeps. */
public sealed interface StoredFinding {
    StoredFinding UNKNOWN = new Unknown();
    StoredFinding UNAVAILABLE = new Unavailable();

    record Found(StoredAnswer answer) implements StoredFinding {}

    /** It was not, or that is forgotten. */
    record Unknown() implements StoredFinding {}

    /** Who knows could not be asked. */
    record Unavailable() implements StoredFinding {}
}
