package io.leasehold.gateway.server;

import io.leasehold.gateway.admission.Admission;
import io.leasehold.gateway.admission.Entry;
import io.leasehold.gateway.capture.Captures;
import io.leasehold.gateway.feed.Progress;
import io.leasehold.gateway.key.Cooldowns;
import io.leasehold.gateway.memory.ByteBudget;
import io.leasehold.gateway.metric.GatewayMetrics;
import io.leasehold.gateway.record.Ledger;
import io.leasehold.gateway.record.RecordPublisher;
import io.leasehold.gateway.relay.Relay;
import io.leasehold.gateway.relay.UpstreamConfig;
import io.leasehold.gateway.relay.Upstreams;
import io.leasehold.providers.Providers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The servers of all event loops. */
@Singleton
class DataPlane {
    /** Of the heap. */
    private static final double BODIES = 3 / 8.0;

    private final Vertx vertx;
    private final ServerConfig config;
    private final UpstreamConfig upstreamConfig;
    private final Upstreams upstreams;
    private final Entry entry;
    private final Admission admission;
    private final Cooldowns cooldowns;
    private final Captures captures;
    private final Ledger ledger;
    private final RecordPublisher publisher;
    private final GatewayMetrics metrics;
    private final Progress progress;
    private final RelayedProviders providers;
    private final ByteBudget budget;
    private final Clock clock;
    private volatile boolean leaving;
    private volatile boolean draining;

    DataPlane(
            Vertx vertx,
            ServerConfig config,
            UpstreamConfig upstreamConfig,
            Upstreams upstreams,
            Entry entry,
            Admission admission,
            Cooldowns cooldowns,
            Captures captures,
            Ledger ledger,
            RecordPublisher publisher,
            GatewayMetrics metrics,
            MeterRegistry registry,
            Progress progress,
            Providers providers,
            Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.upstreamConfig = upstreamConfig;
        this.upstreams = upstreams;
        this.entry = entry;
        this.admission = admission;
        this.cooldowns = cooldowns;
        this.captures = captures;
        this.ledger = ledger;
        this.publisher = publisher;
        this.metrics = metrics;
        this.progress = progress;
        this.providers = RelayedProviders.of(providers);
        this.clock = clock;
        this.budget = ByteBudget.of(config.bodyBudget(), BODIES);
        Gauge.builder("leasehold.gateway.bodies.bytes", budget, ByteBudget::used)
                .description("Bytes of request bodies in memory")
                .register(registry);
    }

    /** Completes when every event loop listens. */
    Future<String> listen() {
        int loops = config.eventLoops() > 0
                ? config.eventLoops()
                : Runtime.getRuntime().availableProcessors();
        return vertx.deployVerticle(
                () -> new GatewayVerticle(config, metrics, this::front), new DeploymentOptions().setInstances(loops));
    }

    private Front front(GatewayVerticle verticle) {
        Site site = new Site(
                vertx,
                vertx.getOrCreateContext(),
                entry,
                admission,
                cooldowns,
                new Relay(vertx, upstreams, upstreamConfig),
                captures,
                ledger,
                publisher,
                metrics,
                config,
                budget,
                new Deadlines(vertx, config.bodyTimeout()),
                clock,
                new Answers(vertx, () -> leaving));
        return new Front(site, providers, this::isAccepting);
    }

    /** Whether more requests should come. */
    boolean isReady() {
        return isAccepting() && !leaving;
    }

    /** Requests can be judged, and there is time to finish them. */
    private boolean isAccepting() {
        return progress.settingsLoaded() && !draining;
    }

    /** Connections are given up one by one, each with its next answer. */
    void leave() {
        leaving = true;
    }

    /** New requests are refused; those under way go on. */
    void drain() {
        draining = true;
    }

    int requestsUnderWay() {
        return metrics.underWay();
    }
}
