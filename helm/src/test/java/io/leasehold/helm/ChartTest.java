package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    /** What only nodes and Vault's clients call, which don't come through the UI. */
    private static final Map<String, Set<String>> OF_NODES = Map.of(
            "distribution-service", Set.of("/api/v1/watch", "/v1/sys/leases"),
            "usage-collector", Set.of("/v1/traces"));

    static List<String> valuesFiles() {
        return Chart.valuesFiles();
    }

    @Test
    void lintFindsNothing() {
        assertThat(new Helm(Chart.FOLDER).lint().strict().call().isFailed()).isFalse();
    }

    @Test
    void itsVersionIsThatOfTheImages() throws Exception {
        assertThat(Chart.yaml(Chart.FOLDER.resolve("Chart.yaml")).get("appVersion"))
                .isEqualTo(System.getProperty("leasehold.version"));
    }

    @Test
    void valuesAreFewEnoughToBeRead() throws Exception {
        assertThat(Files.readAllLines(Chart.FOLDER.resolve("values.yaml"))).hasSizeLessThan(330);
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void everyPodMeetsTheRestrictedProfile(String values) {
        List<KubeObject> workloads =
                Chart.render(values).stream().filter(KubeObject::hasPods).toList();

        assertThat(workloads).hasSizeGreaterThanOrEqualTo(Chart.SERVICES.size());
        for (KubeObject workload : workloads) {
            Map<String, Object> pod = workload.pod();
            assertThat(pod.get("securityContext"))
                    .as(workload.toString())
                    .isEqualTo(Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault")));
            assertThat(pod).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
            assertThat(workload.allContainers()).isNotEmpty().allSatisfy(container -> {
                assertThat(container.get("securityContext"))
                        .isEqualTo(Map.of(
                                "allowPrivilegeEscalation",
                                false,
                                "readOnlyRootFilesystem",
                                true,
                                "capabilities",
                                Map.of("drop", List.of("ALL"))));
                assertThat(container).containsKey("resources");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void noPodGetsATokenOfTheClusterOrVariablesOfItsServices(String values) {
        assertThat(Chart.render(values)).filteredOn(KubeObject::hasPods).allSatisfy(workload -> {
            assertThat(workload.pod().get("automountServiceAccountToken")).isEqualTo(false);
            // LEASEHOLD_GATEWAY_PORT=tcp://… would be taken for the setting leasehold.gateway.port.
            assertThat(workload.pod().get("enableServiceLinks")).isEqualTo(false);
        });
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void selectorsNeverChange(String values) {
        String name = values.equals("other-names") ? "keys" : "leasehold";
        assertThat(Chart.render(values))
                .filteredOn(object -> object.kind().equals("Deployment"))
                .allSatisfy(deployment -> assertThat(deployment.at("spec", "selector", "matchLabels"))
                        .isEqualTo(Map.of(
                                "app.kubernetes.io/name",
                                name,
                                "app.kubernetes.io/instance",
                                "leasehold",
                                "app.kubernetes.io/component",
                                deployment.component())));
    }

    @Test
    void everyServiceHasTheSameTemplates() {
        for (String service : Chart.SERVICES) {
            assertThat(Chart.FOLDER
                            .resolve("templates")
                            .resolve(service)
                            .toFile()
                            .list())
                    .as(service)
                    .containsExactlyInAnyOrder(Chart.FOLDER
                            .resolve("templates/key-service")
                            .toFile()
                            .list());
        }
    }

    @Test
    void everyServiceHasTheSameKeysInTheSameOrder() {
        List<KubeObject> deployments = Chart.deployments(Chart.render("everything-extra"));

        List<String> order =
                List.copyOf(Chart.deployment(deployments, "key-service").pod().keySet());
        for (KubeObject deployment : deployments) {
            List<String> keys = List.copyOf(deployment.pod().keySet());
            assertThat(order).as(deployment.toString()).containsSubsequence(keys);
            assertThat(order.size() - keys.size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void onlyMigrationsGetTheOwnersPasswordAndNothingElse() {
        for (KubeObject deployment : Chart.deployments(Chart.render(Chart.MINIMAL))) {
            var containers = KubeObject.maps(deployment.pod().get("containers"));
            assertThat(containers).hasSize(1);
            assertThat(KubeObject.variables(containers.getFirst())).noneMatch(name -> name.contains("OWNER"));
            for (var migration : KubeObject.maps(deployment.pod().get("initContainers"))) {
                assertThat(migration.get("image"))
                        .isEqualTo(containers.getFirst().get("image"));
                assertThat(KubeObject.variables(migration))
                        .filteredOn(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|KEY)$"))
                        .containsExactly("LEASEHOLD_DATABASE_OWNER_PASSWORD");
            }
        }
    }

    @Test
    void noSecretIsInAnObject() {
        for (String values : Chart.valuesFiles()) {
            assertThat(Chart.render(values))
                    .filteredOn(object -> object.kind().equals("ConfigMap"))
                    .allSatisfy(config -> assertThat(
                                    KubeObject.map(config.at("data")).keySet())
                            .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|MASTER_KEY|ROLE_ID)$")));
            assertThat(Chart.render(values)).extracting(KubeObject::kind).doesNotContain("Secret");
        }
    }

    @Test
    void credentialsComeFromWhereTheValuesSay() {
        KubeObject keys = Chart.deployment(Chart.render("own-secrets"), "key-service");

        var references = new TreeMap<String, Object>();
        for (var container : keys.allContainers()) {
            for (var variable : KubeObject.maps(container.get("env"))) {
                if (variable.containsKey("valueFrom")) {
                    references.put(
                            String.valueOf(variable.get("name")),
                            KubeObject.map(variable.get("valueFrom")).get("secretKeyRef"));
                }
            }
        }
        assertThat(references)
                .containsEntry("LEASEHOLD_DATABASE_OWNER_PASSWORD", Map.of("name", "pg-owner", "key", "password"))
                .containsEntry("LEASEHOLD_KAFKA_PASSWORD", Map.of("name", "keys", "key", "kafka-password"))
                .containsEntry("LEASEHOLD_VAULT_SECRET_ID", Map.of("name", "keys", "key", "vault-secret-id"));
    }

    @Test
    void aPodHasTimeToStopAfterItHasWaited() {
        assertThat(Chart.deployments(Chart.render(Chart.MINIMAL))).allSatisfy(deployment -> {
            int grace = (int) deployment.pod().get("terminationGracePeriodSeconds");
            // quarkus.shutdown.timeout of the services and of the gateway.
            int shutdown = deployment.component().equals("gateway") ? 35 : 20;
            assertThat(grace).isGreaterThan(shutdown + 5);
        });
    }

    @Test
    void whereTheWorldComesInThereIsNoManagement() {
        List<KubeObject> objects = Chart.render("ingress");

        assertThat(objects)
                .filteredOn(object -> object.kind().equals("Service"))
                .allSatisfy(service -> assertThat(KubeObject.maps(service.at("spec", "ports")))
                        .noneSatisfy(port -> assertThat(port).containsEntry("targetPort", "management")));
        assertThat(Chart.deployments(objects))
                .filteredOn(deployment -> List.of("gateway", "admin-ui").contains(deployment.component()))
                .hasSize(2)
                .allSatisfy(deployment -> assertThat(deployment.allContainers())
                        .filteredOn(container -> container.containsKey("readinessProbe"))
                        .singleElement()
                        .extracting("readinessProbe.httpGet.port")
                        .isEqualTo("management"));
    }

    @Test
    void containersOfOthersStandBesideOurs() {
        for (KubeObject deployment : Chart.deployments(Chart.render("sidecars"))) {
            assertThat(names(deployment, "containers")).containsExactly(deployment.component(), "sidecar");
            assertThat(names(deployment, "initContainers").getFirst()).isEqualTo("before");
        }
    }

    private static List<Object> names(KubeObject deployment, String containers) {
        return KubeObject.maps(deployment.pod().get(containers)).stream()
                .map(container -> container.get("name"))
                .toList();
    }

    @Test
    void howAPodIsReplacedAndProbedCanBeSaid() {
        for (KubeObject deployment : Chart.deployments(Chart.render("everything-extra"))) {
            assertThat(deployment.at("spec", "strategy")).isEqualTo(Map.of("type", "Recreate"));
            assertThat(deployment.at("spec", "minReadySeconds")).isEqualTo(7);
            assertThat(deployment.allContainers())
                    .filteredOn(container -> container.containsKey("readinessProbe"))
                    .singleElement()
                    .satisfies(container -> assertThat(container)
                            .extracting("readinessProbe.periodSeconds", "readinessProbe.timeoutSeconds")
                            .containsExactly(9, 3));
        }
    }

    @Test
    void aReplicaCountIsLeftToTheAutoscaler() {
        List<KubeObject> objects = Chart.render("autoscaling");

        assertThat(Chart.deployments(objects))
                .allSatisfy(deployment ->
                        assertThat(deployment.at("spec", "replicas")).isNull());
        assertThat(objects)
                .filteredOn(object -> object.kind().equals("HorizontalPodAutoscaler"))
                .hasSize(Chart.SERVICES.size());
    }

    @Test
    void whatComesFromOutsideReachesTheSamePathsAsThroughTheAdminUiAndThoseOfNodes() throws Exception {
        var forwarding = new Properties();
        forwarding.load(Files.newBufferedReader(Path.of("../admin-ui/src/main/resources/application.properties")));
        List<KubeObject> objects = Chart.render("ingress");

        for (String service : Chart.SERVICES.subList(0, 4)) {
            String paths = forwarding.getProperty("leasehold.forwarding.services." + service + ".paths");
            var expected = new TreeSet<>(List.of(paths.split(",")));
            expected.addAll(OF_NODES.getOrDefault(service, Set.of()));
            assertThat(ingressPaths(objects, service)).as(service).isEqualTo(expected);
        }
        assertThat(ingressPaths(objects, "gateway")).containsExactly("/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keyService.replicas                    | two                | /keyService/replicas
            gateway.replica                        | 3                  | replica
            surprise                               | 1                  | surprise
            mode                                   | staging            | /mode
            image.pullPolicy                       | Sometimes          | /image/pullPolicy
            kafka.bootstrapServers                 | kafka              | /kafka/bootstrapServers
            oidc.issuer                            | id.example.com     | /oidc/issuer
            gatewayUrl                             | https://a.example/x | /gatewayUrl
            oidc.issuer                            | http://id/realms/x | oidc.issuer is plain HTTP
            kafka.securityProtocol                 | SASL_PLAINTEXT     | kafka.securityProtocol is plain text
            vault.url                              | http://vault:8200  | vault.url is plain HTTP
            providers.anthropic                    | http://sim:8090    | providers.anthropic is plain HTTP
            database.parameters                    | ssl=true           | database.parameters has no sslmode
            rotation.overlap                       | a day              | /rotation/overlap
            rotation.triesBeforeStuck              | 0                  | /rotation/triesBeforeStuck
            rotation.overlapp                      | 24h                | overlapp
            secrets.movingFrom                     | vault              | secrets.movingFrom
            providerSim.enabled                    | true               | providerSim.enabled
            keySources[0].name                     | one                | workspace
            keyService.ingress.enabled             | true               | keyService.ingress.host is not set
            gateway.terminationGracePeriodSeconds  | 3                  | gateway.terminationGracePeriodSeconds
            gateway.dedicated.acme.replicas        | 2                  | gateway.dedicated.acme.url is not set
            gateway.dedicated.acme.kafkaUser       | me                 | kafkaUser
            keyService.autoscaling.targetOpenStreams | 9                | keyService.autoscaling.targetOpenStreams
            adminUi.config.leasehold\\.x\\.password | hush               | leasehold.x.password
            """)
    void aWrongValueIsRefusedByName(String name, String value, String said) {
        assertThatThrownBy(() -> Chart.render(Map.of(name, value))).hasMessageContaining(said);
    }

    @Test
    void theClustersAuthorityIsTrustedByWhomPodsCallAndOnlyWhereItIsNamed() {
        List<KubeObject> objects = Chart.render(Map.of(
                "enrolment.kubernetes.caConfigMap",
                "kube-root-ca.crt",
                "distributionService.config.leasehold\\.enrolment\\.kubernetes\\.audience",
                "leasehold-prod"));

        assertThat(List.of("distribution-service", "usage-collector")).allSatisfy(service -> {
            assertThat(Chart.settings(objects, service))
                    .containsEntry("LEASEHOLD_ENROLMENT_KUBERNETES_CA_FILE", "/etc/leasehold/cluster/ca.crt")
                    .containsEntry("LEASEHOLD_ENROLMENT_KUBERNETES_AUDIENCE", "leasehold-prod");
            assertThat(Chart.deployment(objects, service).pod().toString()).contains("kube-root-ca.crt");
        });
        assertThat(Chart.settings(objects, "key-service")).doesNotContainKey("LEASEHOLD_ENROLMENT_KUBERNETES_CA_FILE");
        assertThat(Chart.settings(Chart.render(Map.of()), "distribution-service"))
                .doesNotContainKey("LEASEHOLD_ENROLMENT_KUBERNETES_CA_FILE");
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThatThrownBy(() -> Chart.render(Map.of("oidc.issuer", "", "database.host", "", "vault.url", "")))
                .hasMessageContaining("oidc.issuer is not set")
                .hasMessageContaining("database.host is not set")
                .hasMessageContaining("vault.url is not set");
    }

    private static TreeSet<String> ingressPaths(List<KubeObject> objects, String component) {
        var paths = new TreeSet<String>();
        objects.stream()
                .filter(object ->
                        object.kind().equals("Ingress") && object.component().equals(component))
                .flatMap(ingress -> KubeObject.maps(ingress.at("spec", "rules")).stream())
                .flatMap(
                        rule -> KubeObject.maps(KubeObject.map(rule.get("http")).get("paths")).stream())
                .forEach(path -> paths.add(String.valueOf(path.get("path"))));
        return paths;
    }
}
