package io.leasehold.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A key whose secret becomes another one while it is used. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class RotationTest {
    private static final int CLIENTS = 4;

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    /** Forth and back and forth again, once while the new secret can't be had. */
    @Test
    void noRequestIsRefused() throws InterruptedException {
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(200);
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    while (!over.get()) {
                        answers.add(Gateway.message(lease.token(), 10).statusCode());
                    }
                }))
                .toList();

        tenant.secretIsRotated();
        awaitVersion(2);
        tenant.rotationIsRolledBack();
        awaitVersion(1);
        try {
            Services.away(true);
            tenant.secretIsRotated();
            Await.untilAsserted(() -> assertThat(
                            Services.calls("secrets/keys/" + tenant.key().keyId()))
                    .isGreaterThan(5));
        } finally {
            Services.away(false);
        }
        awaitVersion(2);
        over.set(true);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(answers).isNotEmpty().containsOnly(200);
    }

    /** As the ledger tells: by it the one that goes is known to have run dry. */
    private void awaitVersion(int version) {
        Await.untilAsserted(() -> {
            String id = Gateway.message(lease.token(), 10)
                    .headers()
                    .firstValue("x-request-id")
                    .orElseThrow();
            RequestCompleted record = lease.records(
                            1, request -> request.requestId().toString().equals(id))
                    .getFirst();
            assertThat(record.secretVersion()).isEqualTo(version);
        });
    }
}
