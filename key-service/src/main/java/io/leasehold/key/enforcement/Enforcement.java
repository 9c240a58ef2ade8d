package io.leasehold.key.enforcement;

import org.jspecify.annotations.Nullable;

/** What a key's provider enforces of it by our doing; null where there was nothing to do. */
record Enforcement(@Nullable ProviderLimit limit, @Nullable DirectStop stop) {}
