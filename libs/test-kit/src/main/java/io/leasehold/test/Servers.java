package io.leasehold.test;

import io.leasehold.localstack.StackAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The servers that the whole test run shares. */
public final class Servers {
    private Servers() {}

    /** @throws IllegalStateException when no servers were started for this run */
    public static StackAddresses addresses() {
        try {
            return StackAddresses.fromEnvironment()
                    .orElseThrow(() -> new IllegalStateException(
                            "These tests need real servers. Run './leasehold test --module <module>', or start them with"
                                    + " './leasehold servers' and set " + StackAddresses.ENVIRONMENT_VARIABLE + "."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
