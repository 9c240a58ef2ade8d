package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.ScriptedProvider;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A gateway with a single connection to each provider, which it makes and keeps for a second only. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(UpstreamSettingsTest.Sparing.class)
class UpstreamSettingsTest {
    public static final class Sparing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.gateway.server.event-loops", "1",
                    "leasehold.gateway.upstream.connections", "1",
                    "leasehold.gateway.upstream.connect-timeout", "PT1S",
                    "leasehold.gateway.upstream.keep-alive", "PT1S");
        }
    }

    @Test
    void noMoreConnectionsAreMadeThanAreAllowedAndOneThatNobodyUsesIsClosed() throws Exception {
        try (ScriptedProvider provider = new ScriptedProvider(ScriptedProvider::answerAll)) {
            TestLease lease =
                    Tenant.at("anthropic", CannedProvider.url()).lease().make();

            List<Callable<Integer>> calls = Collections.nCopies(
                    8, () -> Gateway.message(lease.token(), 5).statusCode());
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> answer : callers.invokeAll(calls)) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }

            assertThat(provider.mostOpen()).isEqualTo(1);
            Await.untilAsserted(() -> assertThat(provider.open()).isZero());
        }
    }

    @Test
    void aProviderThatTakesNoConnectionIsGivenUp() throws IOException {
        try (BusyListener busy = new BusyListener(CannedProvider.url().getPort())) {
            TestLease lease =
                    Tenant.at("anthropic", CannedProvider.url()).lease().make();

            long began = System.nanoTime();
            HttpResponse<String> answer = Gateway.message(lease.token(), 5);

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
            RequestCompleted record = lease.records(
                            1, completed -> completed.route().startsWith("POST"))
                    .getFirst();
            assertThat(record.usageSource()).isEqualTo(UsageSource.NONE);
            assertThat(record.cost()).isEqualByComparingTo("0");
        }
    }

    /** Listens and takes no more connections: those that are asked for are left without a word. */
    private static final class BusyListener implements AutoCloseable {
        private final ServerSocket server;
        private final List<SocketChannel> waiting = new ArrayList<>();

        BusyListener(int port) throws IOException {
            server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(server.getLocalSocketAddress());
                waiting.add(channel);
            }
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
            server.close();
        }
    }
}
