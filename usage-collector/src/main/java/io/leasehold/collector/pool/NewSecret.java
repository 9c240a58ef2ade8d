package io.leasehold.collector.pool;

/**
 * A secret that takes the place of a key's.
 *
 * @param revokeOld whether the old one is ended at the provider
 * @param force whether there is no overlap
 */
public record NewSecret(String secret, boolean revokeOld, boolean force, String reason) {
    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "NewSecret[…]";
    }
}
