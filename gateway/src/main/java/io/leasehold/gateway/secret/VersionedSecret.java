package io.leasehold.gateway.secret;

import io.leasehold.providers.Secret;

/** A key's secret, and which version of it. */
public record VersionedSecret(int version, Secret secret) {}
