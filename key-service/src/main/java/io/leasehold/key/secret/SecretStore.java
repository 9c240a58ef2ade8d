package io.leasehold.key.secret;

import io.leasehold.providers.Secret;

/**
 * Keeps secrets outside of the tables. Every write makes a new version, counted from 1; readers name the version they
 * mean. All methods block, and throw {@link SecretStoreProblem}.
 */
public interface SecretStore {
    /** The name by which it is chosen and reported. */
    String name();

    /**
     * Writes the next version, if nobody else did meanwhile.
     *
     * @param currentVersion the version that the caller knows of; 0 where there should be none
     * @return the version that was written
     * @throws SecretStoreProblem {@code CONFLICT} when the current version is another one
     */
    int write(SecretPath path, int currentVersion, Secret secret);

    /**
     * Reads exactly that version.
     *
     * @throws SecretStoreProblem {@code MISSING} when there is no such version, or no longer; {@code DAMAGED} when it
     *     is not what was written there
     */
    Secret read(SecretPath path, int version);

    /** Destroys all versions and all trace of them. Does nothing where there is none, so that it can be repeated. */
    void destroy(SecretPath path);

    /** Returns when secrets can be read and written now; throws {@code UNAVAILABLE} with the reason otherwise. */
    void requireReady();
}
