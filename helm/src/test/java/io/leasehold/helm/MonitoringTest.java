package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards ask for nothing that the code doesn't measure. */
class MonitoringTest {
    private static final Pattern ASKED = Pattern.compile("\\b(leasehold_[a-z_]+)");
    private static final Pattern MEASURED = Pattern.compile("\"(leasehold(?:\\.[a-z]+)+)\"");
    private static final Pattern BUILDER = Pattern.compile(".*(Counter|Gauge|Timer)\\.builder\\(\\s*", Pattern.DOTALL);
    private static final Pattern DESCRIBED =
            Pattern.compile("[^;]*?\\)\\s*\\.description\\(\\s*\"[A-Z].*", Pattern.DOTALL);
    private static final Pattern SUFFIX = Pattern.compile("_(total|bucket|seconds_bucket|seconds_count|sum|count)$");

    @Test
    void everyMetricIsMeasured() throws IOException {
        String rendered = Chart.render("monitoring").stream()
                .filter(object -> List.of("PrometheusRule", "ConfigMap").contains(object.kind()))
                .map(object -> object.content().toString())
                .reduce("", String::concat);
        Set<String> measured = measured();

        Set<String> asked = new TreeSet<>();
        Matcher names = ASKED.matcher(rendered);
        while (names.find()) {
            asked.add(SUFFIX.matcher(names.group(1)).replaceFirst(""));
        }
        assertThat(asked).hasSizeGreaterThan(10).isSubsetOf(measured);
    }

    /** What the code counts only when something is wrong that somebody must mend. */
    @Test
    void everyTroubleThatIsCountedIsToldOf() throws IOException {
        List<String> asked = alerts().map(rule -> rule.get("expr").toString()).toList();

        assertThat(List.of(
                        "leasehold_gateway_views_unreadable_total",
                        "leasehold_gateway_endpoints_refused_total",
                        "result=\"lost\"",
                        "result=\"incomplete\"",
                        "leasehold_dead_letters_total"))
                .allSatisfy(trouble -> assertThat(asked)
                        .as("Something that was never counted before is told of, too")
                        .anyMatch(expression -> expression.contains(trouble) && expression.contains("unless")));
    }

    @Test
    void everyAlertIsExplained() throws IOException {
        String manual = Files.readString(Path.of("../docs/operate.md"));
        List<String> alerts = alerts().map(rule -> rule.get("alert").toString()).toList();

        assertThat(alerts)
                .hasSizeGreaterThan(5)
                .allSatisfy(alert -> assertThat(manual).contains("### " + alert));
    }

    private static Stream<Map<String, Object>> alerts() throws IOException {
        return Chart.render("monitoring").stream()
                .filter(object -> object.kind().equals("PrometheusRule"))
                .flatMap(rule -> KubeObject.maps(rule.at("spec", "groups")).stream())
                .flatMap(group -> KubeObject.maps(group.get("rules")).stream())
                .filter(rule -> rule.containsKey("alert"));
    }

    /** What Prometheus shows as HELP. */
    @Test
    void everyMeterSaysWhatItMeasures() throws IOException {
        for (Path file : code()) {
            String text = Files.readString(file);
            Matcher meters = MEASURED.matcher(text);
            while (meters.find()) {
                assertThat(text.substring(0, meters.start()))
                        .as("%s in %s", meters.group(), file)
                        .matches(BUILDER);
                assertThat(text.substring(meters.end()))
                        .as("%s in %s", meters.group(), file)
                        .matches(DESCRIBED);
            }
        }
    }

    /** The names of all meters in the services' and libraries' code, as Prometheus spells them. */
    private static Set<String> measured() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : code()) {
            Matcher meters = MEASURED.matcher(Files.readString(file));
            while (meters.find()) {
                names.add(meters.group(1).replace('.', '_'));
            }
        }
        return names;
    }

    /** That has to do with meters. */
    private static List<Path> code() throws IOException {
        List<Path> code = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("/src/main/"))
                    .toList()) {
                if (Files.readString(file).contains("io.micrometer.")) {
                    code.add(file);
                }
            }
        }
        return code;
    }
}
