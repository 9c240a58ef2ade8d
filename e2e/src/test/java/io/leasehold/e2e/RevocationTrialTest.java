package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.bench.revocation.Findings;
import io.leasehold.bench.revocation.RevocationTrial;
import io.leasehold.bench.revocation.StoredSecrets;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.settings.Service;
import io.leasehold.test.Servers;
import io.leasehold.test.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The benchmark's trial with fewer keys: providers fail three of ten calls, and all replicas are killed every few seconds. */
@Isolated
@ExtendWith(RunningSystem.Extension.class)
class RevocationTrialTest {
    private static final int KEYS = 40;
    private static final List<String> REPLICAS = List.of("key-service", "key-service-2");

    private final RunningSystem system;

    RevocationTrialTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void everyKeyIsRevokedOrTruthfullySaidNotToBe() throws Exception {
        TestWorkspace workspace = system.freshWorkspace();
        WorkspaceClient admin = system.as(workspace, "admin");
        var trial = new RevocationTrial(
                system.local(),
                admin,
                idOf(workspace, admin),
                new StoredSecrets(Servers.addresses(), system.database(Service.KEY_SERVICE)),
                this::killAndRestart);

        Findings findings = trial.run(KEYS, Duration.ofSeconds(6), Duration.ofMinutes(5));

        assertThat(findings.isAsItShouldBe()).as(findings.toString()).isTrue();
        assertThat(findings.in("awaiting_manual")).isEqualTo(KEYS / 10);
        assertThat(findings.kills()).isPositive();
    }

    private UUID idOf(TestWorkspace workspace, WorkspaceClient admin) {
        return UUID.fromString(admin.get(system.endpoints().keyService(), "/api/v1/workspaces/" + workspace.slug())
                .expectSuccess()
                .get("id")
                .asText());
    }

    private void killAndRestart() throws InterruptedException {
        for (String replica : REPLICAS) {
            system.stack().kill(replica);
        }
        try (ExecutorService starters = Executors.newFixedThreadPool(REPLICAS.size())) {
            for (Future<Void> started :
                    starters.invokeAll(REPLICAS.stream().map(this::restarting).toList())) {
                started.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause().getMessage(), failure);
        }
    }

    private Callable<Void> restarting(String replica) {
        return () -> {
            system.stack().restart(replica);
            return null;
        };
    }
}
