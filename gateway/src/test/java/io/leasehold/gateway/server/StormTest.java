package io.leasehold.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whatever clients, the provider and the other services do: nothing of it is left behind, and every nano is accounted for. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class StormTest {
    private static final int ROUNDS = 12;
    private static final String LAST = "the-last-one";

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().limitedTo("5").make();

    @Inject
    MeterRegistry metrics;

    /** One thing that a client may do; how it is answered does not matter. */
    private interface Deed {
        void run() throws Exception;
    }

    @Test
    void afterAStormNothingIsSetAsideAndNothingIsLost() throws Exception {
        TestLease poor = tenant.lease().limitedTo("0.0001").make();
        TestLease unreachable = Tenant.at("anthropic", CannedProvider.url())
                .lease()
                .limitedTo("1")
                .make();
        List<Deed> deeds = List.of(
                () -> Gateway.message(lease.token(), 20),
                () -> read(lease, Gateway.messageBody(40, true)),
                () -> read(lease, "{\"model\":"),
                () -> Gateway.message(poor.token(), 1000),
                () -> Gateway.message(unreachable.token(), 5),
                () -> leave(RawClient.send(lease.token(), Gateway.messageBody(60, true)), true),
                () -> leave(RawClient.send(lease.token(), Gateway.messageBody(60, false)), false),
                () -> die(RawClient.send(lease.token(), Gateway.messageBody(60, true))),
                () -> halfABody(true),
                () -> halfABody(false),
                () -> leave(RawClient.announce(lease.token(), 40 * 1024 * 1024), true),
                () -> leave(RawClient.raw("GET /anthropic/v1/files HTTP/1.1\r\nHost: x\r\n\r\n"), true));

        for (Map<String, Object> fault : List.<Map<String, Object>>of(
                Map.of("token_interval_ms", 1),
                Map.of("error_kind", "overloaded", "rate", 0.5),
                Map.of("cut_stream_after_events", 4),
                Map.of("latency_ms", 50, "split_chunks", true))) {
            tenant.fault(fault);
            all(deeds);
        }
        tenant.fault(Map.of("latency_ms", 0));
        try {
            Services.away(true);
            all(deeds);
        } finally {
            Services.away(false);
        }

        Await.untilAsserted(() -> {
            assertThat(gauge("requests.underway")).isZero();
            assertThat(gauge("bodies.bytes")).isZero();
            assertThat(gauge("holds.reserved")).isZero();
            assertThat(gauge("holds.waiting")).isZero();
            assertThat(gauge("ring.occupied")).isZero();
        });
        BigDecimal booked = booked();
        assertThat(booked).isPositive();
        Await.untilAsserted(() -> assertThat(Services.held(lease.id())).isEqualByComparingTo(booked));
    }

    private static void all(List<Deed> deeds) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Deed deed : deeds) {
                    done.add(threads.submit(() -> {
                        try {
                            deed.run();
                        } catch (IOException | IllegalStateException brokenOff) {
                            // As it may be: a stream that is cut is no answer.
                        }
                        return null;
                    }));
                }
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
    }

    private static void read(TestLease by, String body) {
        Gateway.send(
                Gateway.anthropic(Gateway.url(), by.token(), "/v1/messages").POST(BodyPublishers.ofString(body)));
    }

    private static void leave(RawClient client, boolean afterTheFirstByte) throws IOException {
        try (client) {
            if (afterTheFirstByte) {
                client.firstByte();
            }
        }
    }

    private static void die(RawClient client) throws IOException {
        LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        client.reset();
    }

    private void halfABody(boolean politely) throws IOException {
        String body = Gateway.messageBody(5, false);
        try (RawClient client = RawClient.announce(lease.token(), body.getBytes(UTF_8).length)) {
            client.write(body.substring(0, 20));
            if (!politely) {
                client.reset();
            }
        }
    }

    private double gauge(String name) {
        return metrics.get("leasehold.gateway." + name).gauge().value();
    }

    /** What all records of the lease settle at; the last one is recognised, since a lease's records stay in order. */
    private BigDecimal booked() {
        HttpResponse<String> last = Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .header("x-leasehold-tags", LAST)
                .POST(BodyPublishers.ofString(Gateway.messageBody(1, false))));
        assertThat(last.statusCode()).isEqualTo(200);
        List<BigDecimal> settled = new ArrayList<>();
        Events.awaitRecords(Topic.REQUESTS, consumed -> {
            if (!lease.id().toString().equals(consumed.key())) {
                return false;
            }
            RequestCompleted record =
                    (RequestCompleted) CloudEvents.read(consumed).data();
            settled.add(record.cost() == null ? record.reservation() : record.cost());
            return record.tags().contains(LAST);
        });
        return settled.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
