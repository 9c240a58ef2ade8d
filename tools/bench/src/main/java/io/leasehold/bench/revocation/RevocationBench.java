package io.leasehold.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.bench.process.OwnStack;
import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.LocalStackBuilder;
import io.leasehold.localstack.settings.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
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
        try (OwnStack own = OwnStack.start(environment, Service.KEY_SERVICE, LocalStackBuilder::ownKafka)) {
            Findings findings = trial(own).run(KEYS, LIFE, PATIENCE);
            System.out.print(findings.text());
            if (!findings.isAsItShouldBe()) {
                throw new IllegalStateException("Not every key is as it should be; the logs are in "
                        + own.stack().home().folder());
            }
        }
    }

    private static void killAndRestart(OwnStack own) throws InterruptedException {
        own.kill();
        own.restart();
    }

    private static RevocationTrial trial(OwnStack own) {
        LocalSystem system = LocalSystem.of(own.stack());
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
                new StoredSecrets(own.servers(), own.database()),
                () -> killAndRestart(own));
    }
}
