package io.leasehold.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code ./leasehold images}: one line per image that was built. */
public final class Images {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Path checkout;
    private final Path cache;

    private Images(Map<String, String> environment) {
        this.checkout = Path.of(environment.getOrDefault("LEASEHOLD_ROOT", "")).toAbsolutePath();
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        this.cache = (caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                .resolve("leasehold")
                .resolve("images");
    }

    public static void main(String[] line) throws InterruptedException {
        System.exit(new Images(System.getenv()).run(List.of(line)));
    }

    private int run(List<String> arguments) throws InterruptedException {
        try {
            build(Options.of(arguments, checkout.resolve("target").resolve("images")));
            return 0;
        } catch (IllegalArgumentException | InvalidImageReferenceException wrong) {
            System.err.println("images: " + wrong.getMessage() + System.lineSeparator() + Options.USAGE);
            return WRONG_USE;
        } catch (IOException | IllegalStateException failure) {
            System.err.println("images: " + failure.getMessage());
        }
        return FAILED;
    }

    private void build(Options options) throws IOException, InterruptedException, InvalidImageReferenceException {
        for (Deployable deployable : options.deployables()) {
            if (!deployable.in(checkout).isBuilt()) {
                throw new IllegalStateException(deployable.id() + " is not built; run ./leasehold mvn -Dquick package");
            }
        }
        Provenance provenance = Provenance.of(checkout);
        var builder = new ImageBuilder(provenance, cache);
        for (Deployable deployable : options.deployables()) {
            long began = System.nanoTime();
            String digest = builder.build(deployable, deployable.in(checkout), options);
            String where =
                    options.destination().shown(deployable.id(), options.tag().orElse(provenance.version()));
            System.out.printf(
                    "%s  %s  %d ms%n",
                    where, digest, Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
    }
}
