package io.leasehold.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.bench.process.RunningServers;
import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.component.ComponentFailure;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The trial with 1,000 keys, on a key-service, a simulator and a Kafka of its own beside what runs: nothing else is
 * killed, and nothing else's keys are touched.
 */
public final class RevocationBench {
    private static final int KEYS = 1_000;
    private static final Duration LIFE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private RevocationBench() {}

    /** @throws IllegalStateException when no servers run, or a key is not as it should be */
    public static void run(Map<String, String> environment) throws IOException, InterruptedException, SQLException {
        StackAddresses servers = RunningServers.find(StackHome.fromEnvironment(environment));
        String suffix = "_bench_" + UUID.randomUUID().toString().substring(0, 8);
        Path home = Files.createTempDirectory("leasehold-bench-");
        try (LocalStack stack = LocalStack.builder()
                .home(home)
                .servers(servers)
                .ownKafka()
                .services(Set.of(Service.KEY_SERVICE))
                .databaseSuffix(suffix)
                .build()) {
            start(stack);
            Findings findings = trial(stack, servers, Service.KEY_SERVICE.database() + suffix)
                    .run(KEYS, LIFE, PATIENCE);
            System.out.print(findings.text());
            if (!findings.isAsItShouldBe()) {
                throw new IllegalStateException("Not every key is as it should be; the logs are in " + home);
            }
        }
    }

    private static void start(LocalStack stack) throws IOException, InterruptedException {
        try {
            stack.start();
        } catch (ComponentFailure failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static void killAndRestart(LocalStack stack) throws InterruptedException {
        try {
            stack.kill(Service.KEY_SERVICE.id());
            stack.restart(Service.KEY_SERVICE.id());
        } catch (ComponentFailure failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static RevocationTrial trial(LocalStack stack, StackAddresses servers, String database) {
        LocalSystem system = LocalSystem.of(stack);
        String slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode workspace = system.user("ada", "acme")
                .post(
                        system.endpoints().keyService(),
                        "/api/v1/workspaces",
                        Map.of("slug", slug, "name", "Benchmark " + slug))
                .expectSuccess();
        return new RevocationTrial(
                system,
                system.user("ada", slug),
                UUID.fromString(workspace.get("id").asText()),
                new StoredSecrets(servers, database),
                () -> killAndRestart(stack));
    }
}
