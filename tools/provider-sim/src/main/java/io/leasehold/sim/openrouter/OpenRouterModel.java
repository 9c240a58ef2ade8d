package io.leasehold.sim.openrouter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A model as the catalogue knows it. */
record OpenRouterModel(
        String id,
        String canonicalSlug,
        String name,
        String providerName,
        long created,
        int contextLength,
        int maxCompletionTokens,
        boolean moderated) {

    /** The one endpoint that serves it. */
    UUID endpointId() {
        return UUID.nameUUIDFromBytes(canonicalSlug.getBytes(StandardCharsets.UTF_8));
    }
}
