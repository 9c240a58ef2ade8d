package io.leasehold.localstack.keycloak;

import io.leasehold.localstack.process.Tool;
import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.Maven;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak as it is published, unpacked and built for PostgreSQL once, so that later starts are quick. */
public final class KeycloakDistribution {
    private final String version;
    private final Cache cache;
    private final Maven maven;

    public KeycloakDistribution(String version, Cache cache, Maven maven) {
        this.version = version;
        this.cache = cache;
        this.maven = maven;
    }

    public boolean isThere() {
        return cache.contains(name());
    }

    /** The unpacked and built distribution; only to be read. */
    public Path folder() throws IOException, InterruptedException {
        return cache.folder(name(), this::fill).resolve("keycloak-" + version);
    }

    /** Where the server's loaded classes are kept from one start to the next. */
    public Path classArchive() {
        return cache.beside(name(), ".jsa");
    }

    private String name() {
        return "keycloak/" + version + "-postgres";
    }

    private void fill(Path folder) throws IOException, InterruptedException {
        maven.copy("org.keycloak:keycloak-quarkus-dist:" + version + ":zip", folder);
        Path zip = folder.resolve("keycloak-quarkus-dist-" + version + ".zip");
        unzip(zip, folder);
        Files.delete(zip);
        build(folder.resolve("keycloak-" + version), folder.resolve("build.log"));
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                unzip(file, entry, target);
            }
        }
    }

    private static void unzip(ZipFile file, ZipEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }

    private static void build(Path distribution, Path log) throws IOException, InterruptedException {
        Tool.of("sh", distribution.resolve("bin/kc.sh").toString(), "build", "--db=postgres")
                .variable("JAVA_HOME", System.getProperty("java.home"))
                .run(log);
    }
}
