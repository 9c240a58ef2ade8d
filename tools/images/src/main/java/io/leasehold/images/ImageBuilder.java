package io.leasehold.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Builds images that are the same, byte for byte, whenever the same sources are built on the same base. */
final class ImageBuilder {
    private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");
    // A number, or Kubernetes could not tell that it is not root; any other works as well, for nothing is owned by it.
    private static final String USER = "10001:10001";
    // Where the Java of base images is: Temurin's has a folder of its own, others have theirs in /opt/java or on the
    // path.
    private static final String PATH =
            "/opt/java/openjdk/bin:/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    // Half of the container's memory is heap; threads, code, buffers and classes need the rest, and what the compiler
    // took for
    // a while goes back. A pod that is out of memory is replaced instead of limping on. -Xmx in JAVA_TOOL_OPTIONS goes
    // before the percentage.
    private static final List<String> JAVA = List.of(
            "java",
            "-XX:MaxRAMPercentage=50",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-jar");

    private final Provenance provenance;
    private final Path cache;

    /** @param cache where layers are kept between builds */
    ImageBuilder(Provenance provenance, Path cache) {
        this.provenance = provenance;
        this.cache = cache;
    }

    /** @return the image's digest */
    String build(Deployable deployable, Application application, Options options)
            throws IOException, InterruptedException, InvalidImageReferenceException {
        JibContainerBuilder image = from(options.base())
                .setPlatforms(options.platforms())
                .setEnvironment(Map.of("PATH", PATH))
                .setWorkingDirectory(HOME)
                .setEntrypoint(entrypoint(application))
                .setUser(USER)
                .setLabels(provenance.labels(deployable))
                .setCreationTime(provenance.created())
                .setFileEntriesLayers(application.layers(HOME, provenance.version()));
        deployable.ports().forEach(port -> image.addExposedPort(Port.tcp(port)));
        Containerizer to = options.destination()
                .containerizer(deployable.id(), options.tag().orElse(provenance.version()))
                .setToolName("leasehold-images")
                .setBaseImageLayersCache(cache.resolve("base"))
                .setApplicationLayersCache(cache.resolve("application"))
                .addEventHandler(LogEvent.class, ImageBuilder::warn);
        if (Registries.isOnThisMachine(options.base())) {
            to.setAllowInsecureRegistries(true);
        }
        try {
            return image.containerize(to).getDigest().toString();
        } catch (RegistryException | CacheDirectoryCreationException e) {
            throw new IOException(e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new IOException(deployable.id() + " could not be built: " + e.getCause(), e);
        }
    }

    private static JibContainerBuilder from(String base) throws InvalidImageReferenceException {
        return base.contains("://") ? Jib.from(base) : Jib.from(Registries.image(ImageReference.parse(base)));
    }

    private static List<String> entrypoint(Application application) {
        return Stream.concat(JAVA.stream(), Stream.of(application.jar())).toList();
    }

    private static void warn(LogEvent event) {
        if (event.getLevel() == LogEvent.Level.ERROR || event.getLevel() == LogEvent.Level.WARN) {
            System.err.println(event.getMessage());
        }
    }
}
