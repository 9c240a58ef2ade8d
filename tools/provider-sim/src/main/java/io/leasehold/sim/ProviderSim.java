package io.leasehold.sim;

import io.leasehold.sim.anthropic.AnthropicApi;
import io.leasehold.sim.azure.AzureApi;
import io.leasehold.sim.cohere.CohereApi;
import io.leasehold.sim.control.ControlApi;
import io.leasehold.sim.ecb.ReferenceRates;
import io.leasehold.sim.fault.Faults;
import io.leasehold.sim.github.GitHubApi;
import io.leasehold.sim.google.GoogleApi;
import io.leasehold.sim.group.Groups;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.journal.Journal;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.SeedKeys;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.mistral.MistralApi;
import io.leasehold.sim.openai.OpenAiApi;
import io.leasehold.sim.openrouter.OpenRouterApi;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.leasehold.sim.time.SimClock;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A running simulator. In a test: {@code try (var sim = ProviderSim.start(Options.onAnyPort())) { … }}. */
public final class ProviderSim implements AutoCloseable {
    private static final int LONGEST_REQUEST_LINE = 32 * 1024;
    private static final int WORKERS = 4;

    private final Options options;
    private final Vertx vertx;
    private final @Nullable Journal journal;
    private final AtomicInteger port = new AtomicInteger();

    private ProviderSim(Options options, Vertx vertx, @Nullable Journal journal) {
        this.options = options;
        this.vertx = vertx;
        this.journal = journal;
    }

    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.of(Arrays.asList(arguments), System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("provider-sim: " + e.getMessage() + System.lineSeparator() + Options.USAGE);
            System.exit(2);
            return;
        }
        try {
            ProviderSim sim = start(options);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sim::close));
            System.out.println("provider-sim answers at " + sim.url());
        } catch (IllegalStateException | UncheckedIOException e) {
            System.err.println("provider-sim: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns once the port is open.
     *
     * @throws IllegalStateException when the port is taken
     * @throws UncheckedIOException when the data file can't be read or written
     */
    public static ProviderSim start(Options options) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(options.eventLoops())
                .setWorkerPoolSize(WORKERS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            World world = new World(
                    vertx,
                    new SimClock(),
                    new KeyRing(),
                    new Groups(),
                    new Ledger(),
                    new Faults(),
                    PriceTable.load(),
                    new Serial());
            Journal journal = journal(options, world);
            ProviderSim sim = new ProviderSim(options, vertx, journal);
            sim.listen(world);
            return sim;
        } catch (RuntimeException e) {
            await(vertx.close());
            throw e;
        }
    }

    public int port() {
        return port.get();
    }

    /** {@code http://host:port}, without a slash at the end. */
    public String url() {
        return "http://" + options.host() + ":" + port();
    }

    /** Stops answering and writes what is to be kept. */
    @Override
    public void close() {
        await(vertx.close());
        if (journal == null) {
            return;
        }
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Journal journal(Options options, World world) {
        if (options.data() == null) {
            return null;
        }
        try {
            return Journal.follow(options.data(), world);
        } catch (IOException e) {
            throw new UncheckedIOException("the data file " + options.data() + " can't be used", e);
        }
    }

    private void listen(World world) {
        List<SimulatedProvider> providers = List.of(
                new AnthropicApi(world),
                new AzureApi(world),
                new CohereApi(world),
                new GitHubApi(world),
                new GoogleApi(world),
                new MistralApi(world),
                new OpenAiApi(world),
                new OpenRouterApi(world));
        if (options.seed()) {
            seed(world.keys(), providers);
            providers.forEach(SimulatedProvider::seed);
        }
        FrontDoor door = new FrontDoor(providers, new ControlApi(world, providers), new ReferenceRates(world.clock()));
        await(vertx.deployVerticle(
                () -> new HttpVerticle(serverOptions(), door::answer, port),
                new DeploymentOptions().setInstances(options.eventLoops())));
    }

    /** A seeded key that is there already stays as it is: it may have been revoked meanwhile. */
    private static void seed(KeyRing keys, List<SimulatedProvider> providers) {
        SeedKeys.of(providers.stream().map(SimulatedProvider::secrets).toList()).stream()
                .filter(key -> keys.findById(key.id()).isEmpty())
                .forEach(keys::save);
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHost(options.host())
                // -1 is one free port for all event loops; 0 would be one for each.
                .setPort(options.port() == 0 ? -1 : options.port())
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize(LONGEST_REQUEST_LINE);
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        }
    }
}
