package io.leasehold.bench.leases;

import io.leasehold.bench.load.Call;
import io.leasehold.bench.load.Call.Request;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Nodes that ask for leases, each time another one and for another user: every answer is a new lease. */
final class Asks {
    private final AtomicInteger next = new AtomicInteger();
    private final String url;
    private final Fleet fleet;
    private volatile int nodes;

    Asks(URI service, Fleet fleet, int nodes) {
        this.url = service + "/api/v1/leases";
        this.fleet = fleet;
        this.nodes = nodes;
    }

    /** From now on, that many ask. */
    void grow(int moreNodes) {
        nodes = moreNodes;
    }

    Call call() {
        return new Call(this::next);
    }

    private Request next() {
        int number = next.getAndIncrement();
        return Request.post(
                url,
                Buffer.buffer("""
                        {"provider":"%s","user":"user-%d","spend_limit":"10.00"}""".formatted(Fleet.PROVIDER, number)),
                "authorization",
                "Bearer " + fleet.credential(number % nodes),
                "leasehold-workspace",
                fleet.slug());
    }
}
