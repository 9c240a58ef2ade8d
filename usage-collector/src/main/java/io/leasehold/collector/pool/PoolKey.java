package io.leasehold.collector.pool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** A key as key-service answers; of all it tells this is what is needed. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PoolKey(UUID id, String name, String state) {}
