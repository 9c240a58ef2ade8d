package io.leasehold.localstack.kafka;

import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.Maven;
import java.io.IOException;
import java.nio.file.Path;

/** The broker's class path, fetched through a pom of its own so that its versions don't meet ours. */
public final class KafkaServerFiles {
    private final String version;
    private final Path pom;
    private final Cache cache;
    private final Maven maven;

    public KafkaServerFiles(String version, Path checkout, Cache cache, Maven maven) {
        this.version = version;
        this.pom = checkout.resolve("tools/local-stack/kafka/pom.xml");
        this.cache = cache;
        this.maven = maven;
    }

    public boolean areThere() {
        return cache.contains(name());
    }

    /** The class path entry; fetched first if need be. */
    public String classPath() throws IOException, InterruptedException {
        Path folder = cache.folder(name(), this::fill);
        return folder.resolve("*").toString();
    }

    /** Where the broker's loaded classes are kept from one start to the next. */
    public Path classArchive() {
        return cache.beside(name(), ".jsa");
    }

    private String name() {
        return "kafka/" + version;
    }

    private void fill(Path folder) throws IOException, InterruptedException {
        maven.copyDependencies(pom, folder, "-Dkafka-server.version=" + version);
    }
}
