package io.leasehold.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart, as Helm itself renders it. */
final class Chart {
    static final Path FOLDER = Path.of("leasehold");
    static final String MINIMAL = "minimal";
    static final List<String> SERVICES = List.of(
            "key-service", "distribution-service", "usage-collector", "analytics-service", "gateway", "admin-ui");

    private static final Path VALUES = Path.of("src/test/resources/values");
    private static final Pattern HELMS_OWN =
            Pattern.compile("^# Source:|helm\\.sh/|was-a-hook|managed-by: Helm|^  namespace: ");
    private static final String RELEASE = "leasehold";
    private static final Map<String, List<KubeObject>> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** Every values file but the minimal one, which the others are put on top of. */
    static List<String> valuesFiles() {
        try (Stream<Path> files = Files.list(VALUES)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a values file on top of the minimal one, once for all tests; hooks are among the objects. */
    static List<KubeObject> render(String values) {
        return RENDERED.computeIfAbsent(
                values,
                missing -> parse(command(withoutHooks())
                        .withValuesFile(file(MINIMAL))
                        .withValuesFile(file(values))
                        .call()));
    }

    /** With single values on top of the minimal ones. */
    static List<KubeObject> render(Map<String, Object> values) {
        TemplateCommand command = command(FOLDER).withValuesFile(file(MINIMAL));
        values.forEach(command::set);
        return parse(command.call());
    }

    /**
     * As plain objects that know nothing of Helm, for a namespace that whoever applies them says.
     *
     * @param values a whole values file
     */
    static String text(Path values) {
        String rendered = command(withoutHooks()).withValuesFile(values).call();
        return rendered.lines()
                .filter(line -> !HELMS_OWN.matcher(line).find())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static TemplateCommand command(Path chart) {
        return new Helm(chart)
                .template()
                .withName(RELEASE)
                .withNamespace("leasehold")
                .withKubeVersion("1.34.0");
    }

    private static Path file(String values) {
        return VALUES.resolve(values + ".yaml");
    }

    /** Helm's library leaves hooks out of what it renders. */
    private static Path withoutHooks() {
        try {
            Path copy = Path.of("target/chart-without-hooks");
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path source : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(FOLDER.relativize(source));
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, Files.readString(source).replace("\"helm.sh/hook\"", "\"was-a-hook\""));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables that a component gets by its ConfigMap. */
    static Map<String, Object> settings(List<KubeObject> objects, String component) {
        return objects.stream()
                .filter(object ->
                        object.kind().equals("ConfigMap") && object.component().equals(component))
                .findFirst()
                .map(object -> KubeObject.map(object.at("data")))
                .orElseThrow();
    }

    /** Of ours, but for those of others that a chart may bring. */
    static List<KubeObject> deployments(List<KubeObject> objects) {
        return objects.stream()
                .filter(object -> object.kind().equals("Deployment"))
                .filter(object -> SERVICES.contains(object.component())
                        || object.component().startsWith("gateway-"))
                .toList();
    }

    static KubeObject deployment(List<KubeObject> objects, String component) {
        return deployments(objects).stream()
                .filter(object -> object.component().equals(component))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Object> yaml(Path file) throws IOException {
        return KubeObject.map(parser().load(Files.readString(file)));
    }

    private static List<KubeObject> parse(String manifests) {
        var objects = new ArrayList<KubeObject>();
        StreamSupport.stream(parser().loadAll(manifests).spliterator(), false)
                .filter(document -> document != null)
                .forEach(document -> objects.add(new KubeObject(KubeObject.map(document))));
        return List.copyOf(objects);
    }

    private static Yaml parser() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
