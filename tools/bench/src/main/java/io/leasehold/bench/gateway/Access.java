package io.leasehold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.bench.load.Target;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.demo.traffic.DemoSetup;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a client needs to reach either target. */
final class Access {
    private static final String WORKSPACE = "acme";
    private static final String PROVIDER = "anthropic";

    private final LocalSystem system;
    private final WorkspaceClient node;

    Access(LocalSystem system) {
        this.system = system;
        this.node = system.node("node-a", WORKSPACE);
    }

    /** The simulator, with one of the keys it was started with. */
    Target direct() {
        URI simulator = system.endpoints().simulator();
        JsonNode keys =
                system.http().get(URI.create(simulator + "/control/keys")).expectSuccess();
        return StreamSupport.stream(keys.get("items").spliterator(), false)
                .filter(key -> key.get("provider").asText().equals(PROVIDER))
                .filter(key -> key.get("kind").asText().equals("inference"))
                .filter(key -> key.get("status").asText().equals("active"))
                .map(key -> key.get("secret").asText())
                .findFirst()
                .map(secret -> new Target("straight to the simulator", URI.create(simulator + "/" + PROVIDER), secret))
                .orElseThrow(() -> new IllegalStateException(
                        "The simulator has no active key any more. Start anew with ./leasehold up --fresh"));
    }

    /** The gateway, with a lease whose limit is watched but never reached; asked for again, it is the same lease. */
    Target gateway() {
        new DemoSetup(system.http(), system.endpoints(), system.user("ada", WORKSPACE)).ensureKeys(Set.of(PROVIDER));
        JsonNode lease = node.lease(Map.of(
                "provider", PROVIDER,
                "domain", "bench.example.com",
                "name", "bench",
                "spend_limit", "1000000.00",
                "ttl", "PT2H"));
        return new Target(
                "through the gateway",
                URI.create(lease.get("base_url").asText()),
                lease.get("token").asText());
    }
}
