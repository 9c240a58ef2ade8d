package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Gateways of one workspace beside those of all. */
class DedicatedGatewaysTest {
    @Test
    void aWorkspacesOwnGatewayIsAGatewayOfItsOwnUnderTheSameIdentity() {
        List<KubeObject> objects = Chart.render("dedicated");
        KubeObject shared = Chart.deployment(objects, "gateway");
        KubeObject own = Chart.deployment(objects, "gateway-acme");

        assertThat(own.at("spec", "replicas")).isEqualTo(3);
        assertThat(own.pod().get("serviceAccountName")).isEqualTo(shared.pod().get("serviceAccountName"));
        assertThat(own.allContainers().getLast().get("image"))
                .isEqualTo(shared.allContainers().getLast().get("image"));
        assertThat(own.allContainers().getLast().get("env"))
                .isEqualTo(shared.allContainers().getLast().get("env"));
        Map<String, Object> settings = Chart.settings(objects, "gateway-acme");
        assertThat(settings).containsEntry("LEASEHOLD_GATEWAY_DEDICATED_WORKSPACE", "acme");
        var others = new TreeMap<>(settings);
        others.remove("LEASEHOLD_GATEWAY_DEDICATED_WORKSPACE");
        assertThat(Chart.settings(objects, "gateway")).isEqualTo(others);
        assertThat(Chart.settings(objects, "distribution-service"))
                .containsEntry(
                        "LEASEHOLD_GATEWAY_DEDICATED_BASE_URLS",
                        "acme=https://acme.llm.example.com,globex-two=https://globex.llm.example.com");
        assertThat(objects)
                .filteredOn(object -> object.component().equals("gateway-globex-two"))
                .extracting(KubeObject::kind)
                .containsExactlyInAnyOrder(
                        "ConfigMap",
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "ServiceMonitor");
    }

    @Test
    void gatewaysCanBeScaledByTheirStreams() {
        assertThat(Chart.render("dedicated"))
                .filteredOn(object -> object.kind().equals("HorizontalPodAutoscaler"))
                .extracting(KubeObject::component)
                .containsExactlyInAnyOrder("gateway", "gateway-globex-two");
        assertThat(Chart.render("dedicated"))
                .filteredOn(object -> object.kind().equals("HorizontalPodAutoscaler"))
                .allSatisfy(scaler -> assertThat(KubeObject.maps(scaler.at("spec", "metrics")))
                        .extracting(metric -> metric.get("type"))
                        .containsExactly("Resource", "Pods"));
    }
}
