package io.leasehold.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where an image comes from.
 *
 * @param version as the root pom names it
 * @param created the same for every build of a version, or no two images would be alike
 * @param revision the commit; marked where files differ from it, and empty outside a clone
 * @param source the repository's address; empty where a clone has none
 */
record Provenance(String version, Instant created, Optional<String> revision, Optional<String> source) {
    private static final String LABEL = "org.opencontainers.image.";

    static Provenance of(Path checkout) throws IOException, InterruptedException {
        var properties = new Properties();
        try (InputStream file = Provenance.class.getResourceAsStream("build.properties")) {
            properties.load(Objects.requireNonNull(file, "build.properties"));
        }
        var git = new Git(checkout);
        return new Provenance(
                properties.getProperty("version"),
                Instant.parse(properties.getProperty("created")),
                git.revision(),
                git.origin());
    }

    TreeMap<String, String> labels(Deployable deployable) {
        var labels = new TreeMap<String, String>();
        labels.put(LABEL + "title", "leasehold-" + deployable.id());
        labels.put(LABEL + "description", deployable.description());
        labels.put(LABEL + "version", version);
        labels.put(LABEL + "licenses", "Apache-2.0");
        revision.ifPresent(commit -> labels.put(LABEL + "revision", commit));
        source.ifPresent(address -> labels.put(LABEL + "source", address));
        return labels;
    }
}
