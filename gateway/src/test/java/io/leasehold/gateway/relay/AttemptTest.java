package io.leasehold.gateway.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.providers.Providers;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.AddressRule;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the other side of a connection gets to see, whose address was found by somebody else than Vert.x. */
class AttemptTest {
    private static final Dialect DIALECT =
            Providers.load().get("anthropic").dialect().orElseThrow();

    @Test
    void theHostIsNamedAndNotItsAddress() throws Exception {
        assertThat(firstBytes("http")).contains("GET /v1/models", "host: llm.example.test:");
    }

    @Test
    void theCertificateIsAskedForByTheHostsName() throws Exception {
        assertThat(firstBytes("https")).contains("llm.example.test").doesNotContain("GET");
    }

    /** A name that only the rule can resolve. */
    private static String firstBytes(String scheme) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI base = URI.create(scheme + "://llm.example.test:" + server.getLocalPort());
            AddressRule rule =
                    new AddressRule(List.of(base), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
            HttpClient http = vertx.createHttpClient();
            vertx.runOnContext(loop -> attempt(vertx, base, rule)
                    .send(http, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(), new Timeline()));
            return read(server);
        } finally {
            vertx.close();
        }
    }

    private static Attempt attempt(Vertx vertx, URI base, AddressRule rule) {
        UpstreamConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UpstreamConfig.class)
                .build()
                .getConfigMapping(UpstreamConfig.class);
        Call call = new Call("anthropic", DIALECT, DIALECT.match("GET", "/v1/models"), "/v1/models", null, null, null);
        Admitted admitted = new Admitted(null, null, Secret.of("sk-test"), 1, null, null, null);
        Hosts hosts = new Hosts(rule, vertx, Duration.ofSeconds(5), System::nanoTime);
        return new Attempt(call, admitted, UpstreamAddress.of(base), hosts, config);
    }

    private static String read(ServerSocket server) throws IOException {
        server.setSoTimeout(10_000);
        try (Socket socket = server.accept()) {
            byte[] bytes = new byte[8192];
            int length = socket.getInputStream().read(bytes);
            return new String(bytes, 0, Math.max(0, length), ISO_8859_1);
        }
    }
}
