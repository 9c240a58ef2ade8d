package io.leasehold.providers.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.CredentialHeader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where calls really go, seen from the other side. */
class ConnectionsTest {
    private static final CredentialHeader HEADER = new CredentialHeader("x-api-key", "");
    private static final String PASSWORD = "changeit";
    private static final ClientSettings SETTINGS =
            new ClientSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), RetryPolicy.none(), "test");

    /** Whoever answers for a name may say something else at the next question, so there is only one. */
    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(InetAddress.getLoopbackAddress()));
        try (FakeProvider provider = new FakeProvider()) {
            provider.on("GET /thing", 200, "{}");
            URI base =
                    URI.create("http://rebound.example.test:" + provider.url().getPort());
            AddressRule rule = new AddressRule(List.of(base), host -> new InetAddress[] {answers.removeFirst()});
            try (Connections connections = new Connections(Clients.VERTX, rule, SETTINGS)) {
                assertThat(connections.send(get(base)).head().statusCode()).isEqualTo(200);
            }
        }
        assertThat(answers).isEmpty();
    }

    @Test
    void everyCallIsCheckedAlsoWhereAConnectionIsOpen() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(here, here));
        try (FakeProvider provider = new FakeProvider()) {
            provider.on("GET /thing", 200, "{}");
            AddressRule rule =
                    new AddressRule(List.of(provider.url()), host -> new InetAddress[] {answers.removeFirst()});
            try (Connections connections = new Connections(Clients.VERTX, rule, SETTINGS)) {
                connections.send(get(provider.url()));
                connections.send(get(provider.url()));
            }
        }
        assertThat(answers).isEmpty();
    }

    @Test
    void aRefusedAddressIsSaidWithoutBeingTriedAgain() {
        AddressRule rule = new AddressRule(List.of(), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        try (ProviderClient client =
                new ProviderClient(Clients.VERTX, rule, ClientSettings.defaults(), Clock.systemUTC())) {
            ApiCall call = get(URI.create("https://llm.example.com"));

            assertThatThrownBy(() -> client.send(call, new NoErrors()))
                    .isInstanceOfSatisfying(ProviderException.class, failure -> {
                        assertThat(failure.failure()).isEqualTo(Failure.ADDRESS_REFUSED);
                        assertThat(failure.retryable()).isFalse();
                        assertThat(failure.explanation())
                                .contains("llm.example.com")
                                .doesNotContain("127.0.0.1");
                    });
        }
    }

    @Test
    void theCertificateMustBeTheNamesAlthoughTheAddressIsConnectedTo(@TempDir Path folder) throws Exception {
        KeyStore certificate = selfSigned(folder, "llm.example.test");
        List<String> hosts = new CopyOnWriteArrayList<>();
        HttpsServer server = serve(certificate, hosts);
        int port = server.getAddress().getPort();
        URI right = URI.create("https://llm.example.test:" + port);
        URI wrong = URI.create("https://other.example.test:" + port);
        AddressRule rule =
                new AddressRule(List.of(right, wrong), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        String before = System.getProperty("javax.net.ssl.trustStore", "");
        System.setProperty(
                "javax.net.ssl.trustStore", folder.resolve("keys.p12").toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);

        try (Connections connections = new Connections(Clients.VERTX, rule, SETTINGS)) {
            assertThat(connections.send(get(right)).head().statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> connections.send(get(wrong))).isInstanceOf(IOException.class);
            assertThat(hosts).containsExactly("llm.example.test:" + port);
        } finally {
            server.stop(0);
            System.clearProperty("javax.net.ssl.trustStorePassword");
            if (before.isEmpty()) {
                System.clearProperty("javax.net.ssl.trustStore");
            } else {
                System.setProperty("javax.net.ssl.trustStore", before);
            }
        }
    }

    private static ApiCall get(URI base) {
        return ApiCall.get(new Access(base, Secret.of("top-secret-value")), HEADER, "/thing");
    }

    private static HttpsServer serve(KeyStore certificate, List<String> hosts)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("host"));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    /** The JDK makes certificates by a tool of its own only. */
    private static KeyStore selfSigned(Path folder, String host) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static final class NoErrors implements ErrorReader {
        @Override
        public String provider() {
            return "Acme";
        }

        @Override
        public Reading read(Answer answer) {
            return new Reading(ErrorReader.byStatus(answer.status()), null, null);
        }
    }
}
