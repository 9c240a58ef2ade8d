package io.leasehold.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param base an image with a Java runtime: a name in a registry, {@code docker://NAME} or {@code tar://FILE}
 * @param platforms what to build for
 * @param tag instead of the version
 */
record Options(
        Destination destination,
        String base,
        Set<Platform> platforms,
        Optional<String> tag,
        List<Deployable> deployables) {
    static final String USAGE = """
            usage: ./leasehold images [--to archive|engine|REGISTRY] [--base IMAGE] [--platform OS/ARCH,…] [--tag TAG] [service…]
              --to        archive: files in target/images (default); engine: this machine's; or registry.example.com/leasehold
              --base      what has the Java runtime (default: eclipse-temurin:25-jre); tar://FILE for an archive
              --platform  such as linux/amd64,linux/arm64 (default: this machine's); several only to a registry
              --tag       instead of the version
            """;

    private static final String BASE = "eclipse-temurin:25-jre";

    Options {
        if (platforms.size() > 1 && !(destination instanceof Destination.Registry)) {
            throw new IllegalArgumentException("only a registry can hold an image for several platforms");
        }
        platforms = Set.copyOf(platforms);
        deployables = List.copyOf(deployables);
    }

    /**
     * @param archives where archives go
     * @throws IllegalArgumentException for what is not understood
     */
    static Options of(List<String> arguments, Path archives) {
        String to = "archive";
        String base = BASE;
        String platforms = thisMachine();
        @Nullable String tag = null;
        var named = new ArrayList<Deployable>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--to" -> to = value(word, rest);
                case "--base" -> base = value(word, rest);
                case "--platform" -> platforms = value(word, rest);
                case "--tag" -> tag = value(word, rest);
                default -> named.add(service(word));
            }
        }
        return new Options(
                Destination.of(to, archives),
                base,
                platforms(platforms),
                Optional.ofNullable(tag),
                named.isEmpty() ? Arrays.asList(Deployable.values()) : named);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " wants a value");
        }
        return rest.next();
    }

    private static Deployable service(String word) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException("not understood: " + word);
        }
        return Deployable.of(word);
    }

    private static Set<Platform> platforms(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(Options::platform)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Platform platform(String word) {
        String[] parts = word.split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("--platform wants such as linux/amd64; not " + word);
        }
        return new Platform(parts[1], parts[0]);
    }

    private static String thisMachine() {
        return "linux/" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
    }
}
