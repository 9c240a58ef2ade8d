package io.leasehold.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.Endpoints;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a test does with a system from outside, wherever its services run. */
public abstract class TestedSystem {
    /** What {@link CanaryTest} looks for. */
    private final ConcurrentLinkedQueue<String> usedSecrets = new ConcurrentLinkedQueue<>();

    private final LocalSystem local;

    protected TestedSystem(LocalSystem local) {
        this.local = local;
    }

    public LocalSystem local() {
        return local;
    }

    /** Base URLs for a provider, of all gateways that can be called one by one. */
    public abstract List<String> gateways(String provider);

    public Endpoints endpoints() {
        return local.endpoints();
    }

    /** A new workspace that all services know, with its identities. */
    public TestWorkspace freshWorkspace() {
        TestWorkspace workspace = TestWorkspace.freshOutsideTheService();
        local.user("ada", "acme")
                .post(
                        endpoints().keyService(),
                        "/api/v1/workspaces",
                        Map.of("slug", workspace.slug(), "name", workspace.slug()))
                .expectSuccess();
        return workspace;
    }

    public WorkspaceClient as(TestWorkspace workspace, String role) {
        return new WorkspaceClient(local.http(), endpoints(), () -> workspace.token(role), workspace.slug());
    }

    /** A program with an API token. */
    public WorkspaceClient with(String apiToken, TestWorkspace workspace) {
        return new WorkspaceClient(local.http(), endpoints(), () -> apiToken, workspace.slug());
    }

    public WorkspaceClient asNode(TestWorkspace workspace, String node) {
        return new WorkspaceClient(local.http(), endpoints(), () -> workspace.nodeToken(node), workspace.slug());
    }

    /** A new key at the simulated provider: {@code id}, {@code secret}. */
    public JsonNode providerKey(String provider, String kind) {
        JsonNode key = local.http()
                .send(
                        "POST",
                        URI.create(endpoints().simulator() + "/control/keys"),
                        Map.of("provider", provider, "kind", kind, "name", "e2e"))
                .expectSuccess();
        usedSecrets.add(key.get("secret").asText());
        return key;
    }

    /** What the simulated provider says a key cost, with nine places. */
    public String billOf(String keyId) {
        return bill("key=" + keyId);
    }

    /** @param query such as {@code provider=anthropic} */
    public String bill(String query) {
        return local.http()
                .get(URI.create(endpoints().simulator() + "/control/bill?" + query))
                .expectSuccess()
                .get("total")
                .asText();
    }

    /** From now on the simulator takes so long for each token that it gives a pool's key. */
    public void slowTokens(Pool pool, Duration interval) {
        local.http()
                .send(
                        "PUT",
                        URI.create(endpoints().simulator() + "/control/faults"),
                        Map.of("key", pool.secret(), "token_interval_ms", interval.toMillis()))
                .expectSuccess();
    }

    /** Whatever must appear nowhere: provider secrets and lease tokens. */
    public Iterable<String> usedSecrets() {
        return usedSecrets;
    }

    public void remember(String secret) {
        usedSecrets.add(secret);
    }
}
