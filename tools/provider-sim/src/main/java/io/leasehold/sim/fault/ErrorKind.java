package io.leasehold.sim.fault;

import java.util.Locale;

/** An error that a provider documents. */
public interface ErrorKind {
    String name();

    int status();

    /** The name by which a fault orders it. */
    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
