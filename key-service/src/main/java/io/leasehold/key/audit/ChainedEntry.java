package io.leasehold.key.audit;

import io.leasehold.contracts.event.AuditEntry;

/**
 * An audit entry in its place in the workspace's chain.
 *
 * @param seq from 1, without gaps
 * @param hash of the entry, its place and {@code previousHash}
 */
record ChainedEntry(long seq, AuditEntry entry, byte[] previousHash, byte[] hash) {}
