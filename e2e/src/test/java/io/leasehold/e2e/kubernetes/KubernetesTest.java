package io.leasehold.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.e2e.AnthropicClient;
import io.leasehold.e2e.Ledgers;
import io.leasehold.e2e.Pool;
import io.leasehold.e2e.TestedSystem;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.settings.Port;
import io.leasehold.test.Await;
import io.leasehold.test.Servers;
import io.leasehold.test.TestWorkspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One release of the chart, from its installation to its end, with servers and simulated providers outside the cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesTest {
    private static final List<String> COMPONENTS = List.of(
            "key-service", "distribution-service", "usage-collector", "analytics-service", "gateway", "admin-ui");
    private static final Duration UNTIL_PODS_HAVE_ENDED = Duration.ofSeconds(90);

    private final Namespace namespace = Namespace.fresh();
    private final LocalStack providers;
    private final Release release;
    private List<String> before = List.of();
    private TestedSystem system;

    KubernetesTest() throws Exception {
        this.providers = LocalStack.builder()
                .home(Path.of("target/kubernetes").toAbsolutePath())
                .servers(Servers.addresses())
                .services(Set.of())
                .build();
        this.release = new Release(namespace, Servers.addresses(), providers.url(Port.PROVIDER_SIM));
    }

    @BeforeAll
    void install() throws Exception {
        providers.start();
        release.prepare();
        before = namespace.objects();
        Instant began = Instant.now();
        release.install();
        System.out.println("helm install --wait took " + Duration.between(began, Instant.now()));
        system = InstalledSystem.in(namespace, providers);
    }

    @AfterAll
    void uninstallLeavesNothingBehind() throws Exception {
        try {
            release.uninstall();
            Await.untilAsserted(
                    UNTIL_PODS_HAVE_ENDED, () -> assertThat(namespace.objects()).isEqualTo(before));
        } finally {
            release.close();
            providers.close();
            namespace.close();
        }
    }

    @Test
    void theMainJobGoesThrough() {
        new MainJob(system).run();
    }

    @Test
    void upgradeAndRollbackFailNoRequest() throws Exception {
        failsNoRequest(() -> {
            release.upgrade("defaults.podAnnotations.rollout=next");
            release.rollback();
        });
    }

    @Test
    void aDeletedPodOfEachComponentFailsNoRequest() throws Exception {
        failsNoRequest(() -> {
            COMPONENTS.forEach(namespace::deleteOnePodOf);
            COMPONENTS.forEach(namespace::awaitRollout);
        });
    }

    private void failsNoRequest(Disturbance disturbance) throws Exception {
        Workload workload = Workload.in(system);
        var traffic = new SteadyTraffic(system, workload.lease());
        try (traffic) {
            traffic.awaitAnswers(200);
            disturbance.happen();
        }
        assertThat(traffic.failures()).isEmpty();
        workload.ledgers().awaitAgreement(traffic.answered());
    }

    @FunctionalInterface
    private interface Disturbance {
        void happen() throws Exception;
    }

    /** Traffic's own workspace, pool and lease. */
    private record Workload(JsonNode lease, Ledgers ledgers) {
        static Workload in(TestedSystem system) {
            TestWorkspace workspace = system.freshWorkspace();
            WorkspaceClient admin = system.as(workspace, "admin");
            Pool pool = Pool.anthropic(system, admin);
            JsonNode lease = Pool.lease(
                    system, system.asNode(workspace, "n"), Map.of("provider", "anthropic", "spend_limit", "500.00"));
            try (var client = new AnthropicClient(system.gateways("anthropic").getFirst(), lease)) {
                // Whatever has to be read first is read; what comes now must not fail.
                Await.untilAsserted(() -> client.send("Hello", 10));
            }
            return new Workload(lease, new Ledgers(system, admin, pool, lease));
        }
    }
}
