package io.leasehold.bench.leases;

import io.leasehold.bench.load.Call;
import io.leasehold.bench.load.Call.Request;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gateway replicas that refill their slices, each in the windows of some of its own leases, of two keys and a domain that it
 * shares with others, and of the workspace that all of them share.
 */
final class HoldCalls {
    static final int LEASES_OF_A_CALL = 4;
    static final int WINDOWS = LEASES_OF_A_CALL + 4;

    private final AtomicInteger next = new AtomicInteger();
    private final String url;
    private final Supplier<String> token;
    private final Fleet fleet;
    private volatile List<UUID> replicas = newReplicas();

    /** @param token the gateway's own, asked for with every call, as tokens end */
    HoldCalls(URI service, Supplier<String> token, Fleet fleet) {
        this.url = service + "/internal/v1/holds/grant";
        this.token = token;
        this.fleet = fleet;
    }

    private static List<UUID> newReplicas() {
        return Stream.generate(UUID::randomUUID).limit(Fleet.REPLICAS).toList();
    }

    /** Under new boot ids: the holds of those before have run out while other things were done. */
    void restart() {
        replicas = newReplicas();
    }

    Call call() {
        return new Call(this::next);
    }

    private Request next() {
        int number = next.getAndIncrement();
        int replica = number % Fleet.REPLICAS;
        int turn = number / Fleet.REPLICAS;
        String asks = Stream.of(
                        leases(replica, turn),
                        Stream.of(
                                ask("key", Fleet.keyId(replica % Fleet.KEYS), "day"),
                                ask("key", Fleet.keyId((replica + 1) % Fleet.KEYS), "day"),
                                ask("domain", fleet.domainId(), "day"),
                                ask("workspace", fleet.workspaceId(), "month")))
                .flatMap(each -> each)
                .collect(Collectors.joining(","));
        return Request.post(
                url,
                Buffer.buffer("{\"replica\":\"%s\",\"asks\":[%s]}".formatted(replicas.get(replica), asks)),
                "authorization",
                "Bearer " + token.get());
    }

    private Stream<String> leases(int replica, int turn) {
        return IntStream.range(0, LEASES_OF_A_CALL)
                .map(i -> (turn * LEASES_OF_A_CALL + i) % Fleet.LEASES_OF_A_REPLICA)
                .mapToObj(own -> ask("lease", Fleet.leaseId(replica * Fleet.LEASES_OF_A_REPLICA + own), "lease"));
    }

    private String ask(String scope, UUID id, String period) {
        return """
                {"workspace_id":"%s","scope":"%s","scope_id":"%s","period":"%s","at":"%s","need":"0","want":"0.01"}""".formatted(fleet.workspaceId(), scope, id, period, Instant.now());
    }
}
