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

    private static final List<String> SERVICES = List.of(
            "key-service", "distribution-service", "usage-collector", "analytics-service", "gateway", "admin-ui");

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

        assertThat(workloads).hasSizeGreaterThanOrEqualTo(SERVICES.size());
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
        for (String service : SERVICES) {
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
        List<KubeObject> deployments = deployments(Chart.render("everything-extra"));

        List<String> order =
                List.copyOf(deployment(deployments, "key-service").pod().keySet());
        for (KubeObject deployment : deployments) {
            List<String> keys = List.copyOf(deployment.pod().keySet());
            assertThat(order).as(deployment.toString()).containsSubsequence(keys);
            assertThat(order.size() - keys.size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void onlyMigrationsGetTheOwnersPasswordAndNothingElse() {
        for (KubeObject deployment : deployments(Chart.render(Chart.MINIMAL))) {
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
        KubeObject keys = deployment(Chart.render("own-secrets"), "key-service");

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
        assertThat(deployments(Chart.render(Chart.MINIMAL))).allSatisfy(deployment -> {
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
        assertThat(deployments(objects))
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
        for (KubeObject deployment : deployments(Chart.render("sidecars"))) {
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
        for (KubeObject deployment : deployments(Chart.render("everything-extra"))) {
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

        assertThat(deployments(objects))
                .allSatisfy(deployment ->
                        assertThat(deployment.at("spec", "replicas")).isNull());
        assertThat(objects)
                .filteredOn(object -> object.kind().equals("HorizontalPodAutoscaler"))
                .hasSize(SERVICES.size());
    }

    @Test
    void aWorkspacesOwnGatewayIsAGatewayOfItsOwnUnderTheSameIdentity() {
        List<KubeObject> objects = Chart.render("dedicated");
        KubeObject shared = deployment(objects, "gateway");
        KubeObject own = deployment(objects, "gateway-acme");

        assertThat(own.at("spec", "replicas")).isEqualTo(3);
        assertThat(own.pod().get("serviceAccountName")).isEqualTo(shared.pod().get("serviceAccountName"));
        assertThat(own.allContainers().getLast().get("image"))
                .isEqualTo(shared.allContainers().getLast().get("image"));
        assertThat(own.allContainers().getLast().get("env"))
                .isEqualTo(shared.allContainers().getLast().get("env"));
        Map<String, Object> settings = settings(objects, "gateway-acme");
        assertThat(settings).containsEntry("LEASEHOLD_GATEWAY_DEDICATED_WORKSPACE", "acme");
        var others = new TreeMap<>(settings);
        others.remove("LEASEHOLD_GATEWAY_DEDICATED_WORKSPACE");
        assertThat(settings(objects, "gateway")).isEqualTo(others);
        assertThat(settings(objects, "distribution-service"))
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

    @Test
    void whatComesFromOutsideReachesTheSamePathsAsThroughTheAdminUiAndThoseOfNodes() throws Exception {
        var forwarding = new Properties();
        forwarding.load(Files.newBufferedReader(Path.of("../admin-ui/src/main/resources/application.properties")));
        List<KubeObject> objects = Chart.render("ingress");

        for (String service : SERVICES.subList(0, 4)) {
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
    void whileSecretsMoveOnlyKeyServiceKnowsOfTwoStores() {
        List<KubeObject> objects = Chart.render(Map.of("secrets.movingFrom", "sealed"));

        assertThat(settings(objects, "key-service"))
                .containsEntry("LEASEHOLD_SECRETS_STORE", "vault")
                .containsEntry("LEASEHOLD_SECRETS_MOVING_FROM", "sealed")
                .containsKey("LEASEHOLD_VAULT_URL");
        assertThat(KubeObject.variables(
                        deployment(objects, "key-service").allContainers().getLast()))
                .contains("LEASEHOLD_SECRETS_MASTER_KEY");
        assertThat(List.of("gateway", "distribution-service", "usage-collector"))
                .allSatisfy(reader -> assertThat(settings(objects, reader))
                        .containsEntry("LEASEHOLD_SECRETS_STORE", "sealed")
                        .doesNotContainKeys("LEASEHOLD_SECRETS_MOVING_FROM", "LEASEHOLD_VAULT_URL"));
    }

    @Test
    void howKeysAreRotatedIsToldToKeyServiceOnly() {
        List<KubeObject> objects = Chart.render(Map.of("rotation.overlap", "72h", "rotation.triesBeforeStuck", "9"));

        assertThat(settings(objects, "key-service"))
                .containsEntry("LEASEHOLD_ROTATION_OVERLAP", "72h")
                .containsEntry("LEASEHOLD_ROTATION_TRIES_BEFORE_STUCK", "9")
                .containsEntry("LEASEHOLD_ROTATION_QUIET", "15m");
        assertThat(settings(objects, "distribution-service")).doesNotContainKey("LEASEHOLD_ROTATION_OVERLAP");
    }

    @Test
    void whereKeysTakeTheirSecretsFromIsToldToKeyServiceOnly() {
        List<KubeObject> objects = Chart.render("key-sources");
        Map<String, Object> settings = settings(objects, "key-service");

        assertThat(settings)
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_0__NAME", "openai-prod")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_0__WORKSPACE", "acme")
                .containsEntry(
                        "LEASEHOLD_KEY_SOURCES_NAMED_0__FILE", "/var/run/secrets/leasehold/key-sources/openai-prod")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_0__REVOKE_OLD", "true")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_1__VARIABLE", "OPENROUTER_API_KEY")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_2__FILE", "/etc/keys/mistral")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_3__VAULT_PATH", "secret/teams/cohere")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_3__VAULT_FIELD", "api_key")
                // Though the secrets of all other keys are sealed.
                .containsEntry("LEASEHOLD_SECRETS_STORE", "sealed")
                .containsKey("LEASEHOLD_VAULT_URL")
                .doesNotContainKeys("LEASEHOLD_KEY_SOURCES_NAMED_1__FILE", "LEASEHOLD_KEY_SOURCES_NAMED_1__REVOKE_OLD");
        KubeObject keys = deployment(objects, "key-service");
        assertThat(keys.pod().get("volumes").toString())
                .contains("secret={name=openai, items=[{key=api-key, path=openai-prod}]}")
                .doesNotContain("path=openrouter");
        assertThat(KubeObject.variables(keys.allContainers().getLast())).contains("OPENROUTER_API_KEY");
        assertThat(KubeObject.variables(keys.allContainers().getFirst())).doesNotContain("OPENROUTER_API_KEY");
        assertThat(keys.allContainers().getFirst().toString()).doesNotContain("key-sources");
        assertThat(settings(objects, "gateway").toString()).doesNotContain("openai-prod");
        assertThat(deployment(objects, "gateway").pod().toString()).doesNotContain("key-sources");
    }

    /** A value that no setting has would be told to nobody. */
    @Test
    void everyValueOfRotationIsASettingWithTheSameDefault() throws Exception {
        String config =
                Files.readString(Path.of("../key-service/src/main/java/io/leasehold/key/rotation/RotationConfig.java"));
        Map<String, Object> values =
                KubeObject.map(Chart.yaml(Chart.FOLDER.resolve("values.yaml")).get("rotation"));

        assertThat(values)
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(config)
                        .containsPattern("@WithDefault\\(\"" + value + "\"\\)\\s+\\w+ " + name + "\\(\\)"));
    }

    @Test
    void theClustersAuthorityIsTrustedByDistributionServiceOnlyWhereItIsNamed() {
        List<KubeObject> objects = Chart.render(Map.of("enrolment.kubernetes.caConfigMap", "kube-root-ca.crt"));

        assertThat(settings(objects, "distribution-service"))
                .containsEntry("LEASEHOLD_ENROLMENT_KUBERNETES_CA_FILE", "/etc/leasehold/cluster/ca.crt");
        assertThat(deployment(objects, "distribution-service").pod().toString()).contains("kube-root-ca.crt");
        assertThat(settings(objects, "key-service")).doesNotContainKey("LEASEHOLD_ENROLMENT_KUBERNETES_CA_FILE");
        assertThat(settings(Chart.render(Map.of()), "distribution-service"))
                .doesNotContainKey("LEASEHOLD_ENROLMENT_KUBERNETES_CA_FILE");
    }

    private static Map<String, Object> settings(List<KubeObject> objects, String component) {
        return objects.stream()
                .filter(object ->
                        object.kind().equals("ConfigMap") && object.component().equals(component))
                .findFirst()
                .map(object -> KubeObject.map(object.at("data")))
                .orElseThrow();
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

    private static List<KubeObject> deployments(List<KubeObject> objects) {
        return objects.stream()
                .filter(object -> object.kind().equals("Deployment"))
                .filter(object -> SERVICES.contains(object.component())
                        || object.component().startsWith("gateway-"))
                .toList();
    }

    private static KubeObject deployment(List<KubeObject> objects, String component) {
        return deployments(objects).stream()
                .filter(object -> object.component().equals(component))
                .findFirst()
                .orElseThrow();
    }
}
