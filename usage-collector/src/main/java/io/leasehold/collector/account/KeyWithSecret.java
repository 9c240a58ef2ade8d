package io.leasehold.collector.account;

import java.util.UUID;

/** A key whose secret there is, in the version to read. */
public record KeyWithSecret(UUID keyId, int secretVersion) {}
