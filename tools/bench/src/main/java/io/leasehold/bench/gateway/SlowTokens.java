package io.leasehold.bench.gateway;

import io.leasehold.demo.client.Http;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A simulator that can be made to take its time for each token, until this is closed. */
final class SlowTokens implements AutoCloseable {
    private final Http http;
    private final URI faults;

    SlowTokens(Http http, URI faults) {
        this.http = http;
        this.faults = faults;
    }

    void take(Duration interval) {
        http.send("PUT", faults, Map.of("token_interval_ms", interval.toMillis()))
                .expectSuccess();
    }

    @Override
    public void close() {
        http.send("DELETE", faults, Map.of()).expectSuccess();
    }
}
