package io.leasehold.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.Endpoints;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Service;
import io.leasehold.test.Servers;
import io.leasehold.test.TestWorkspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two replicas of all services and the simulator, started once for all tests of this module, on the run's shared servers
 * with a Kafka and databases of their own. Tests get it as a parameter.
 */
public final class RunningSystem implements AutoCloseable {
    /** Of every service, so that nothing works by being alone. */
    static final int REPLICAS = 2;

    /** What {@link CanaryTest} looks for. */
    private final ConcurrentLinkedQueue<String> usedSecrets = new ConcurrentLinkedQueue<>();

    private final LocalStack stack;
    private final LocalSystem local;

    private RunningSystem(LocalStack stack) {
        this.stack = stack;
        this.local = LocalSystem.of(stack);
    }

    private static RunningSystem start() {
        try {
            LocalStack stack = LocalStack.builder()
                    .home(Path.of("target/stack").toAbsolutePath())
                    .servers(Servers.addresses())
                    .ownKafka()
                    .replicas(REPLICAS)
                    .databaseSuffix("_e2e_" + UUID.randomUUID().toString().substring(0, 8))
                    .variable(Service.USAGE_COLLECTOR, "LEASEHOLD_COLLECTOR_POLL_INTERVAL", "PT2S")
                    .build();
            stack.start();
            return new RunningSystem(stack);
        } catch (Exception failure) {
            throw new IllegalStateException("The system does not start; see target/stack/logs", failure);
        }
    }

    public LocalStack stack() {
        return stack;
    }

    public LocalSystem local() {
        return local;
    }

    /** A gateway's base URL for a provider. */
    String gateway(int replica, String provider) {
        return stack.url(Port.GATEWAY, replica) + "/" + provider;
    }

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

    /** Whatever must appear nowhere: provider secrets and lease tokens. */
    public Iterable<String> usedSecrets() {
        return usedSecrets;
    }

    public void remember(String secret) {
        usedSecrets.add(secret);
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Starts the system with the first test that wants it and ends it with the run. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningSystem.class))
                    .computeIfAbsent(RunningSystem.class, type -> RunningSystem.start(), RunningSystem.class);
        }
    }
}
