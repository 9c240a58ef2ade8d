package io.leasehold.kit.secret;

import io.leasehold.providers.Secret;
import java.util.List;

/**
 * Keeps secrets outside of the tables. Every write makes a new version, counted from 1; readers name the version they
 * mean. A number is never used twice, whatever was destroyed. All methods block, and throw {@link SecretStoreProblem}.
 */
public interface SecretStore extends SecretSource {
    /** The name by which it is chosen and reported. */
    String name();

    /** The number of the last version that was written, destroyed or not; 0 where there never was one. */
    int currentVersion(SecretPath path);

    /**
     * Writes the next version, if nobody else did meanwhile.
     *
     * @param currentVersion the version that the caller knows of; 0 where there should be none
     * @return the version that was written
     * @throws SecretStoreProblem {@code CONFLICT} when the current version is another one
     */
    int write(SecretPath path, int currentVersion, Secret secret);

    /** Destroys that version only. Does nothing where it isn't there, so that it can be repeated. */
    void destroy(SecretPath path, int version);

    /** Destroys all versions and all trace of them. Does nothing where there is none, so that it can be repeated. */
    void destroy(SecretPath path);

    /** All paths with a secret or the numbers of destroyed ones, in no order. */
    List<SecretPath> list();

    /** Returns when secrets can be read and written now; throws an outage that says why otherwise. */
    void requireReady();
}
