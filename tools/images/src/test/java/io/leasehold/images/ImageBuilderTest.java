package io.leasehold.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBuilderTest {
    private static final Provenance PROVENANCE = new Provenance(
            "1.2.3",
            Instant.parse("2026-11-20T00:00:00Z"),
            Optional.of("0123456789abcdef0123456789abcdef01234567"),
            Optional.of("https://git.example.com/team/leasehold"));
    private static final List<String> FILES = List.of(
            "quarkus-run.jar",
            "quarkus-app-dependencies.txt.lastUpdated",
            "app/key-service-1.2.3.jar",
            "lib/boot/io.quarkus.runner-3.jar",
            "lib/main/io.leasehold.contracts-1.2.3.jar",
            "lib/main/org.postgresql.postgresql-42.jar",
            "quarkus/generated-bytecode.jar");

    @TempDir
    Path folder;

    private Path base;

    @BeforeEach
    void makeABase() throws Exception {
        base = folder.resolve("base.tar");
        Path java = Files.writeString(folder.resolve("java"), "a runtime");
        Jib.fromScratch()
                .addLayer(List.of(java), AbsoluteUnixPath.get("/opt/java/bin"))
                .addEnvironmentVariable("PATH", "/opt/java/bin")
                .containerize(Containerizer.to(TarImage.at(base).named("local/java"))
                        .setBaseImageLayersCache(folder.resolve("base-cache"))
                        .setApplicationLayersCache(folder.resolve("base-cache")));
    }

    @Test
    void twoBuildsOfTheSameSourcesAreTheSameImage() throws Exception {
        Application here = application("here", FILES, "content", Instant.parse("2026-01-01T00:00:00Z"));
        var reversed = new ArrayList<>(FILES);
        Collections.reverse(reversed);
        Application elsewhere = application("elsewhere", reversed, "content", Instant.now());

        String first = build(here, "first");
        String second = build(elsewhere, "second");

        assertThat(second).isEqualTo(first).startsWith("sha256:");
        assertThat(folder.resolve("second/key-service.tar"))
                .hasSameBinaryContentAs(folder.resolve("first/key-service.tar"));
    }

    @Test
    void otherSourcesAreAnotherImage() throws Exception {
        String before = build(application("before", FILES, "content", Instant.EPOCH), "first");
        String after = build(application("after", FILES, "changed", Instant.EPOCH), "second");

        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void itSaysWhatItIsAndWhereItComesFrom() throws Exception {
        build(application("app", FILES, "content", Instant.now()), "out");

        var image = BuiltImage.read(folder.resolve("out/key-service.tar"));
        var labels = image.config().at("/config/Labels");
        assertThat(labels.path("org.opencontainers.image.title").asText()).isEqualTo("leasehold-key-service");
        assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("1.2.3");
        assertThat(labels.path("org.opencontainers.image.licenses").asText()).isEqualTo("Apache-2.0");
        assertThat(labels.path("org.opencontainers.image.revision").asText()).startsWith("01234567");
        assertThat(labels.path("org.opencontainers.image.source").asText())
                .isEqualTo("https://git.example.com/team/leasehold");
        assertThat(image.config().path("created").asText()).isEqualTo("2026-11-20T00:00:00Z");
    }

    @Test
    void itRunsJavaWhereverTheBaseHasItAndNotAsRoot() throws Exception {
        build(application("app", FILES, "content", Instant.now()), "out");

        var config =
                BuiltImage.read(folder.resolve("out/key-service.tar")).config().path("config");
        assertThat(config.path("Entrypoint").path(0).asText()).isEqualTo("java");
        assertThat(config.path("Entrypoint").findValuesAsText("")).isEmpty();
        assertThat(config.path("Env").toString())
                .contains("PATH=/opt/java/openjdk/bin:/opt/java/bin:")
                .contains(":/usr/bin:");
        assertThat(config.path("User").asText()).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(config.path("ExposedPorts").has("8081/tcp")).isTrue();
    }

    @Test
    void whatChangesSeldomComesFirst() throws Exception {
        build(application("app", FILES, "content", Instant.now()), "out");

        var image = BuiltImage.read(folder.resolve("out/key-service.tar"));
        assertThat(image.layers()).hasSize(5);
        assertThat(image.files(1))
                .containsExactly(
                        "app/lib/boot/io.quarkus.runner-3.jar", "app/lib/main/org.postgresql.postgresql-42.jar");
        assertThat(image.files(2)).containsExactly("app/quarkus/generated-bytecode.jar");
        assertThat(image.files(3))
                .containsExactly("app/app/key-service-1.2.3.jar", "app/lib/main/io.leasehold.contracts-1.2.3.jar");
        assertThat(image.files(4)).containsExactly("app/quarkus-run.jar");
    }

    @Test
    void aChangeOfOursSendsNothingThatIsNotOurs() throws Exception {
        Application before = application("before", FILES, "content", Instant.now());
        build(before, "first");
        Files.writeString(before.folder().resolve("lib/main/io.leasehold.contracts-1.2.3.jar"), "changed");
        build(before, "second");

        List<String> first =
                BuiltImage.read(folder.resolve("first/key-service.tar")).layerIds();
        List<String> second =
                BuiltImage.read(folder.resolve("second/key-service.tar")).layerIds();
        assertThat(second.get(3)).isNotEqualTo(first.get(3));
        assertThat(second.subList(0, 3)).isEqualTo(first.subList(0, 3));
        assertThat(second.get(4)).isEqualTo(first.get(4));
    }

    @Test
    void anyUserCanReadItAndNobodyButRootCanChangeIt() throws Exception {
        Application application = application("app", FILES, "content", Instant.now());
        Files.setPosixFilePermissions(
                application.folder().resolve("quarkus-run.jar"), PosixFilePermissions.fromString("rw-------"));
        build(application, "out");

        var image = BuiltImage.read(folder.resolve("out/key-service.tar"));
        assertThat(image.layers().subList(1, 5))
                .allSatisfy(layer -> assertThat(layer)
                        .allSatisfy(entry -> {
                            assertThat(entry.getMode() & 0777).isEqualTo(entry.isDirectory() ? 0755 : 0644);
                            assertThat(entry.getLongUserId()).isZero();
                        })
                        .extracting(TarArchiveEntry::getLastModifiedDate)
                        .allSatisfy(time -> assertThat(time).isEqualTo("1970-01-01T00:00:01Z")));
    }

    @Test
    void anApplicationWithoutQuarkusIsPackedTheSameWay() throws Exception {
        Application simulator = application(
                "sim",
                List.of("provider-sim.jar", "lib/vertx-core-4.jar", "classes/Some.class"),
                "content",
                Instant.now());

        new ImageBuilder(PROVENANCE, folder.resolve("cache"))
                .build(
                        Deployable.PROVIDER_SIM,
                        new Application(simulator.folder(), "provider-sim.jar"),
                        options("out", "provider-sim"));

        var image = BuiltImage.read(folder.resolve("out/provider-sim.tar"));
        assertThat(image.files(1)).containsExactly("app/lib/vertx-core-4.jar");
        assertThat(image.files(2)).containsExactly("app/provider-sim.jar");
        assertThat(image.layers()).hasSize(3);
    }

    private String build(Application application, String out) throws Exception {
        return new ImageBuilder(PROVENANCE, folder.resolve(out + "-cache"))
                .build(Deployable.KEY_SERVICE, application, options(out, "key-service"));
    }

    private Options options(String out, String service) {
        return Options.of(
                List.of("--base", "tar://" + base, "--platform", "linux/amd64", service), folder.resolve(out));
    }

    private Application application(String name, List<String> files, String content, Instant modified)
            throws IOException {
        Path root = folder.resolve(name);
        for (String file : files) {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content + " of " + file);
            Files.setLastModifiedTime(path, FileTime.from(modified));
        }
        return new Application(root, "quarkus-run.jar");
    }
}
