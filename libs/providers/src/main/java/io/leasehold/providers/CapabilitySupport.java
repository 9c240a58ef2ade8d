package io.leasehold.providers;

import org.jspecify.annotations.Nullable;

/**
 * Whether a provider has a capability.
 *
 * @param manualStep what to do by hand where it has not; null where it has
 */
public record CapabilitySupport(
        Capability capability, boolean supported, @Nullable String manualStep) {}
