package io.leasehold.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.bench.load.Target;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.demo.traffic.DemoSetup;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a client needs to go each of the ways. */
final class Access {
    static final String PROVIDER = "anthropic";

    private static final String WORKSPACE = "acme";
    private static final int CONFLICT = 409;

    private final LocalSystem system;
    private final WorkspaceClient node;
    private final WorkspaceClient admin;

    Access(LocalSystem system) {
        this.system = system;
        this.node = system.node("node-a", WORKSPACE);
        this.admin = system.user("ada", WORKSPACE);
        new DemoSetup(system.http(), system.endpoints(), admin).ensureKeys(Set.of(PROVIDER));
    }

    URI simulator() {
        return system.endpoints().simulator();
    }

    /** The simulator, with one of the keys it was started with. */
    Target direct() {
        return with("straight to the simulator", URI.create(simulator() + "/" + PROVIDER));
    }

    /** Whatever else takes the simulator's key, and calls it with that. */
    Target with(String title, URI baseUrl) {
        JsonNode keys =
                system.http().get(URI.create(simulator() + "/control/keys")).expectSuccess();
        return StreamSupport.stream(keys.get("items").spliterator(), false)
                .filter(key -> key.get("provider").asText().equals(PROVIDER))
                .filter(key -> key.get("kind").asText().equals("inference"))
                .filter(key -> key.get("status").asText().equals("active"))
                .map(key -> key.get("secret").asText())
                .findFirst()
                .map(secret -> new Target(title, baseUrl, secret))
                .orElseThrow(() -> new IllegalStateException(
                        "The simulator has no active key any more. Start anew with ./leasehold up --fresh"));
    }

    /**
     * The gateway, with a lease whose limit is watched but never reached; asked for again, it is the same lease.
     *
     * @param capture what is kept of the requests and answers: {@code none} or {@code full}
     */
    Target gateway(String capture) {
        String domain = capture.equals("none") ? "bench.example.com" : "bench-" + capture + ".example.com";
        captures(domain, capture);
        JsonNode lease = node.lease(Map.of(
                "provider",
                PROVIDER,
                "domain",
                domain,
                "name",
                "bench-" + capture,
                "spend_limit",
                "1000000.00",
                "ttl",
                "PT2H"));
        return new Target(
                "through the gateway",
                URI.create(lease.get("base_url").asText()),
                lease.get("token").asText());
    }

    private void captures(String domain, String capture) {
        URI keyService = system.endpoints().keyService();
        var added = admin.post(keyService, "/api/v1/domains", Map.of("name", domain, "capture", capture));
        if (added.status() == CONFLICT) {
            admin.send("PATCH", keyService, "/api/v1/domains/" + domain, Map.of("capture", capture))
                    .expectSuccess();
        } else {
            added.expectSuccess();
        }
    }

    SlowTokens slowTokens() {
        return new SlowTokens(system.http(), URI.create(simulator() + "/control/faults"));
    }
}
