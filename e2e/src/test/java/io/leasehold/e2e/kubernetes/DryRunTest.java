package io.leasehold.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.e2e.kubernetes.Command.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server says to everything that the chart and the overlays can be; nothing of it is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DryRunTest {
    private static final Path CHART = Release.ROOT.resolve("helm/leasehold");
    private static final Path VALUES = Release.ROOT.resolve("helm/src/test/resources/values");
    private static final Pattern API_VERSION = Pattern.compile("^apiVersion: \"?([^\"\\n]+)\"?$", Pattern.MULTILINE);
    private static final Pattern NAMESPACE = Pattern.compile("^  namespace: .*$", Pattern.MULTILINE);

    private final Namespace namespace = Namespace.fresh();
    private final String version = namespace.raw("/version").get("gitVersion").asText();
    private final Set<String> served = namespace.kubectl("api-versions").lines().collect(Collectors.toSet());

    static Stream<String> valuesFiles() throws IOException {
        return names(VALUES);
    }

    static Stream<String> overlays() throws IOException {
        return names(Release.ROOT.resolve("k8s/overlays"));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList().stream();
        }
    }

    @AfterAll
    void close() {
        namespace.close();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void whatTheChartRendersIsTaken(String values) {
        String rendered = namespace.helm(
                "template",
                Release.NAME,
                CHART.toString(),
                "--kube-version",
                version,
                "--values",
                VALUES.resolve("minimal.yaml").toString(),
                "--values",
                VALUES.resolve(values).toString());
        assertTaken(rendered);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatAnOverlayMakesIsTaken(String overlay) {
        assertTaken(namespace.kubectl(
                "kustomize",
                Release.ROOT.resolve("k8s/overlays").resolve(overlay).toString()));
    }

    @Test
    void aWrongValueIsRefusedBeforeAnythingIsCreated() {
        List<String> before = namespace.objects();

        assertThatThrownBy(() -> namespace.helm(
                        "install",
                        Release.NAME,
                        CHART.toString(),
                        "--values",
                        VALUES.resolve("minimal.yaml").toString(),
                        "--set",
                        "gateway.replicas=many"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("/gateway/replicas");
        assertThat(namespace.objects()).isEqualTo(before);
    }

    private void assertTaken(String manifest) {
        List<String> objects = Stream.of(manifest.split("(?m)^---$"))
                .filter(object -> API_VERSION.matcher(object).find())
                .filter(object -> !object.contains("\nkind: Namespace\n"))
                .map(object -> NAMESPACE.matcher(object).replaceAll("  namespace: " + namespace.name()))
                .toList();
        List<String> known = objects.stream().filter(this::isKindServed).toList();
        assertThat(known).isNotEmpty();
        assertThat(namespace.dryRun(String.join("\n---\n", known)).lines()).hasSameSizeAs(known);
    }

    /** ServiceMonitor and the like are known only to clusters that somebody has taught them. */
    private boolean isKindServed(String object) {
        Matcher version = API_VERSION.matcher(object);
        boolean known = version.find() && served.contains(version.group(1));
        if (!known) {
            System.out.println("NOT CHECKED, the cluster does not know its kind: "
                    + object.strip().lines().limit(2).collect(Collectors.joining(", ")));
        }
        return known;
    }
}
