package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OldClassesTest {
    private static final int JAVA_6 = 50;
    /** Where it is in a class file. */
    private static final int MAJOR_VERSION = 6;

    @TempDir
    Path folder;

    @Test
    void everyRenewedClassIsYoungEnoughAndPassesTheVerifier() throws Exception {
        Path library = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        Files.copy(library, libraries.resolve("library.jar"));
        Path renewed = folder.resolve("renewed.jar");

        OldClasses.renew(libraries, renewed);

        assertThat(versions(library)).anyMatch(version -> version < JAVA_6);
        assertThat(versions(renewed)).isNotEmpty().allMatch(version -> version >= JAVA_6);
        URL[] path = {url(renewed), url(library)};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
                JarFile jar = new JarFile(renewed.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
                Class<?> type = Class.forName(name, true, loader);
                assertThat(type.getProtectionDomain().getCodeSource().getLocation())
                        .isEqualTo(url(renewed));
            }
        }
    }

    private static URL url(Path file) throws IOException {
        return URI.create(file.toUri().toString()).toURL();
    }

    private static List<Integer> versions(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith("picocli/")
                            && entry.getName().endsWith(".class"))
                    .map(entry -> version(jar, entry))
                    .toList();
        }
    }

    private static int version(JarFile jar, JarEntry entry) {
        try (InputStream content = jar.getInputStream(entry)) {
            return ByteBuffer.wrap(content.readAllBytes()).getShort(MAJOR_VERSION);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
