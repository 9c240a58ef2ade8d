package io.leasehold.distribution.key;

/** Something of the pool's keys has changed a moment ago: whoever has leases to look after need not wait to look. */
public record PoolChanged() {}
