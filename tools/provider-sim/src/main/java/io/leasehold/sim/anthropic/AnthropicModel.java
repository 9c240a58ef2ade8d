package io.leasehold.sim.anthropic;

import java.time.Instant;

/** A model as the catalogue knows it. */
record AnthropicModel(String id, String displayName, Instant createdAt, int maxInputTokens, int maxTokens) {}
