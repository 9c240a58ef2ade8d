package io.leasehold.bench.leases;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who is in the benchmark's workspace. Rows are made from numbers, in SQL and here alike, so that nothing has to be read back.
 *
 * @param domainId a domain with a limit, that requests of gateways count for
 */
record Fleet(UUID workspaceId, String slug, UUID domainId) {
    static final String PROVIDER = "anthropic";
    static final int KEYS = 20;
    static final int REPLICAS = 30;
    static final int LEASES_OF_A_REPLICA = 40;

    static Fleet make() {
        UUID workspaceId = UUID.randomUUID();
        return new Fleet(workspaceId, "bench-" + workspaceId.toString().substring(0, 8), UUID.randomUUID());
    }

    /** How a node proves who it is. */
    String credential(int node) {
        return "lhn_" + slug + "-" + node;
    }

    static UUID keyId(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
    }

    /** A lease that a gateway's requests come with. */
    static UUID leaseId(int number) {
        return new UUID(0x4001L, 0x8000_0000_0000_0000L | number);
    }

    static List<UUID> keyIds() {
        return IntStream.range(0, KEYS).mapToObj(Fleet::keyId).toList();
    }

    static List<UUID> leaseIds() {
        return IntStream.range(0, REPLICAS * LEASES_OF_A_REPLICA)
                .mapToObj(Fleet::leaseId)
                .toList();
    }
}
