package io.leasehold.localstack.vault;

import java.net.URI;
import java.nio.file.Path;

/** A way to a real Vault on this machine. */
public sealed interface VaultSource {

    /** How it is told to the user. */
    String description();

    /** One that runs elsewhere; it is unsealed, and the token may set up mounts, policies and roles. */
    record Configured(URI url, String token) implements VaultSource {
        @Override
        public String description() {
            return "the Vault at " + url;
        }

        @Override
        public String toString() {
            return "Configured[" + url + "]";
        }
    }

    /** A program that we start on a data folder of our own: {@code vault}, or {@code bao}, which has the same API. */
    record Program(Path executable) implements VaultSource {
        @Override
        public String description() {
            return "Vault (" + executable + ")";
        }
    }
}
