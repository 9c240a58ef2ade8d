package io.leasehold.collector.account;

import java.util.UUID;

/** A key of ours, and which of its provider's it is. */
public record BoundKey(UUID keyId, String providerKeyId) {}
