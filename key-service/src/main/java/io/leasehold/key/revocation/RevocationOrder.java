package io.leasehold.key.revocation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a key is to be revoked.
 *
 * @param force end its use at once, before the provider is asked
 * @param purpose why, for people
 * @param drain how long requests that are under way may take to finish
 */
record RevocationOrder(boolean force, @Nullable String purpose, Duration drain) {}
