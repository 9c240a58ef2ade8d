package io.leasehold.gateway.world;

import io.leasehold.localstack.StackAddresses;
import io.leasehold.sim.Options;
import io.leasehold.sim.ProviderSim;
import io.leasehold.test.Servers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Configures the gateway for its tests: the shared broker and identity provider, a simulator and faked services. */
public final class GatewayUnderTest implements QuarkusTestResourceLifecycleManager {
    static final String SIMULATOR = "leasehold.test.simulator";
    static final String SERVICES = "leasehold.test.services";
    static final String PORT = "leasehold.gateway.port";

    private static final List<String> SIMULATED =
            List.of("anthropic", "cohere", "google", "mistral", "openai", "openrouter");

    /** Trusted because it is configured, as an operator's own address would be. */
    static final String CANNED = "leasehold.providers.canned.base-url";

    private final FakeServices services = fakeServices();
    private final ProviderSim simulator = ProviderSim.start(Options.onAnyPort());

    @Override
    public Map<String, String> start() {
        StackAddresses servers = Servers.addresses();
        Map<String, String> config = new HashMap<>();
        config.put("leasehold.mode", "local");
        config.put("leasehold.kafka.bootstrap-servers", servers.kafka().bootstrapServers());
        config.put("leasehold.kafka.security-protocol", "SASL_PLAINTEXT");
        config.put("leasehold.kafka.username", "gateway");
        config.put("leasehold.kafka.password", servers.kafka().passwords().get("gateway"));
        config.put("leasehold.oidc.issuer", servers.keycloak().issuer().toString());
        config.put("leasehold.oidc.client-secret", servers.keycloak().clientSecret("gateway"));
        config.put("leasehold.secrets.store", "sealed");
        config.put("leasehold.services.key-service.url", services.url());
        config.put("leasehold.services.distribution-service.url", services.url());
        for (String provider : SIMULATED) {
            config.put("leasehold.providers." + provider + ".base-url", simulator.url() + "/" + provider);
        }
        config.put(CANNED, "http://localhost:" + freePort() + "/canned");
        config.put("leasehold.gateway.upstream.drain.time", "PT3S");
        config.put(PORT, String.valueOf(freePort()));
        config.put(SIMULATOR, simulator.url());
        config.put(SERVICES, services.url());
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.log.console.json.enabled", "false");
        return config;
    }

    private static FakeServices fakeServices() {
        try {
            return new FakeServices();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        simulator.close();
        services.close();
    }
}
