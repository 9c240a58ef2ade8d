package io.leasehold.key.account;

import java.util.UUID;

/** A key of the pool by its id at the provider. */
record BoundKey(String providerKeyId, UUID keyId, String name) {}
