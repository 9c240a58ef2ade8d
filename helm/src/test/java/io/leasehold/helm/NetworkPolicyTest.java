package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may talk to whom, said once more than in the chart: each service's README lists its calls. */
class NetworkPolicyTest {
    private static final Map<String, Set<String>> CALLS = Map.of(
            "gateway", Set.of("distribution-service"),
            "usage-collector", Set.of("key-service"),
            "admin-ui",
                    Set.of("key-service", "distribution-service", "usage-collector", "analytics-service", "gateway"));

    @Test
    void aServiceReachesOnlyWhatItCallsAndIsReachedOnlyByItsCallers() {
        List<KubeObject> policies = policies("narrow");

        assertThat(policies).hasSize(6);
        for (KubeObject policy : policies) {
            String component = policy.component();
            assertThat(peers(policy, "egress", "to"))
                    .as("%s calls", component)
                    .isEqualTo(CALLS.getOrDefault(component, Set.of()));
            var callers = new TreeSet<String>();
            CALLS.forEach((caller, callees) -> {
                if (callees.contains(component)) {
                    callers.add(caller);
                }
            });
            assertThat(peers(policy, "ingress", "from"))
                    .as("%s is called by", component)
                    .isEqualTo(callers);
        }
    }

    @Test
    void onlyWhoNeedsThemReachesDatabaseAndProviders() {
        List<KubeObject> policies = policies("narrow");

        assertThat(egressTo(policies, 5432))
                .containsExactlyInAnyOrder(
                        "key-service", "distribution-service", "usage-collector", "analytics-service", "admin-ui");
        assertThat(egressTo(policies, 8443)).containsExactlyInAnyOrder("key-service", "usage-collector", "gateway");
        assertThat(egressTo(policies, 8200))
                .containsExactlyInAnyOrder("key-service", "distribution-service", "usage-collector", "gateway");
        assertThat(egressTo(policies, 9093)).hasSize(5).doesNotContain("admin-ui");
    }

    @Test
    void withoutVaultSecretsAreReadAtKeyService() {
        List<KubeObject> policies = policies("sealed");

        assertThat(egressTo(policies, 8200)).isEmpty();
        assertThat(policies)
                .filteredOn(policy -> peers(policy, "egress", "to").contains("key-service"))
                .extracting(KubeObject::component)
                .containsExactlyInAnyOrder("distribution-service", "usage-collector", "gateway", "admin-ui");
    }

    @Test
    void whoeverIsExposedIsOpenToTheIngressControllerOnly() {
        KubeObject policy = policies("ingress").stream()
                .filter(object -> object.component().equals("analytics-service"))
                .findFirst()
                .orElseThrow();

        assertThat(KubeObject.maps(policy.at("spec", "ingress")))
                .anySatisfy(rule -> assertThat(String.valueOf(rule.get("from"))).contains("ingress-nginx"))
                .allSatisfy(rule -> assertThat(rule).containsKey("from"));
    }

    private static List<KubeObject> policies(String values) {
        return Chart.render(values).stream()
                .filter(object -> object.kind().equals("NetworkPolicy"))
                .toList();
    }

    private static List<String> egressTo(List<KubeObject> policies, int port) {
        return policies.stream()
                .filter(policy -> KubeObject.maps(policy.at("spec", "egress")).stream()
                        .flatMap(rule -> KubeObject.maps(rule.get("ports")).stream())
                        .anyMatch(open -> Integer.valueOf(port).equals(open.get("port"))))
                .map(KubeObject::component)
                .toList();
    }

    private static Set<String> peers(KubeObject policy, String direction, String key) {
        var found = new TreeSet<String>();
        for (var rule : KubeObject.maps(policy.at("spec", direction))) {
            for (var peer : KubeObject.maps(rule.get(key))) {
                Object labels = KubeObject.map(peer.get("podSelector")).get("matchLabels");
                Object component = KubeObject.map(labels).get("app.kubernetes.io/component");
                if (component != null) {
                    found.add(component.toString());
                }
            }
        }
        return found;
    }
}
