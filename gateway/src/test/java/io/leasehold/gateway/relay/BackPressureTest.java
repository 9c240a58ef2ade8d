package io.leasehold.gateway.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.ScriptedProvider;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A client that does not read makes its provider wait, and not the gateway keep what comes meanwhile. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class BackPressureTest {
    private static final byte[] PIECE = (": " + "x".repeat(64 * 1024 - 4) + "\n\n").getBytes(ISO_8859_1);
    private static final int PIECES = 4096;
    private static final Duration STALLED = Duration.ofSeconds(1);

    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong(System.nanoTime());

    @Test
    void aClientThatDoesNotReadStopsItsProvider() throws IOException {
        try (ScriptedProvider provider = new ScriptedProvider(this::flood)) {
            TestLease lease =
                    Tenant.at("anthropic", CannedProvider.url()).lease().make();

            try (RawClient client = answered(lease)) {
                Await.untilAsserted(() -> {
                    assertThat(written.get()).isPositive();
                    assertThat(System.nanoTime() - lastAt.get()).isGreaterThan(STALLED.toNanos());
                });
                assertThat(written.get()).isLessThan((long) PIECE.length * PIECES / 2);

                long read = client.readToEnd();

                assertThat(read).isGreaterThan((long) PIECE.length * PIECES);
                assertThat(written.get()).isEqualTo((long) PIECE.length * PIECES);
            }
        }
    }

    /** The gateway may have a connection left to the provider of the test before, which ends in this very moment: that is a 502. */
    private static RawClient answered(TestLease lease) throws IOException {
        for (int attempt = 1; attempt <= 5; attempt++) {
            RawClient client = RawClient.send(lease.token(), Gateway.messageBody(5, true));
            int status = client.status();
            if (status == 200) {
                return client;
            }
            client.close();
            assertThat(status).isEqualTo(502);
        }
        throw new AssertionError("The provider is not reached.");
    }

    private void flood(InputStream in, OutputStream out) throws IOException {
        String head = ScriptedProvider.head(in);
        in.skipNBytes(ScriptedProvider.bodyLength(head));
        if (head.startsWith("GET")) {
            ScriptedProvider.answer(out);
            return;
        }
        out.write(
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n".getBytes(ISO_8859_1));
        for (int piece = 0; piece < PIECES; piece++) {
            out.write(PIECE);
            written.addAndGet(PIECE.length);
            lastAt.set(System.nanoTime());
        }
    }
}
