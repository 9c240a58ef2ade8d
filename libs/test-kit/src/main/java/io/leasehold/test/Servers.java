package io.leasehold.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.localstack.StackAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;

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

    /** Without a Vault a test is left out on a developer's machine, and fails where the build must be complete. */
    public static void requireVault() {
        boolean there = addresses().vault() != null;
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("a Vault to test against")
                .isTrue();
        Assumptions.assumeTrue(there, "no Vault to test against; './leasehold vault build' makes one");
    }
}
