package io.leasehold.kit.secret;

import io.leasehold.providers.Secret;

/**
 * Where secrets are read: Vault, or key-service's internal endpoint where they are in its sealed store. Blocks, and throws
 * {@link SecretStoreProblem}.
 */
@FunctionalInterface
public interface SecretSource {
    /**
     * Reads exactly that version.
     *
     * @throws SecretStoreProblem {@code MISSING} when there is no such version, or no longer; {@code DAMAGED} when it
     *     is not what was written there
     */
    Secret read(SecretPath path, int version);
}
