package io.leasehold.gateway.metric;

import io.leasehold.providers.dialect.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Meters of the data path, looked up without building tags per request. Every label is from a closed set. */
@Singleton
public class GatewayMetrics {
    private static final Duration[] OVERHEAD_BUCKETS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;
    private final Map<ByStatus, Counter> requests = new ConcurrentHashMap<>();
    private final Map<ByReason, Counter> refusals = new ConcurrentHashMap<>();
    private final Counter strays;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Timer admission;
    private final Timer overhead;

    private record ByStatus(String provider, int statusClass) {}

    private record ByReason(String provider, Refusal reason) {}

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.strays = Counter.builder("leasehold.gateway.strays")
                .description("Requests whose path belongs to no provider, or that can't be read")
                .register(registry);
        this.admission = timer("admission");
        this.overhead = timer("total");
        Gauge.builder("leasehold.gateway.requests.underway", underWay, AtomicInteger::get)
                .description("Requests that are not over")
                .register(registry);
    }

    private Timer timer(String part) {
        return Timer.builder("leasehold.gateway.overhead")
                .description("Time per request that was the gateway's own")
                .tag("part", part)
                .serviceLevelObjectives(OVERHEAD_BUCKETS)
                .register(registry);
    }

    public void begun() {
        underWay.incrementAndGet();
    }

    public void ended() {
        underWay.decrementAndGet();
    }

    /** Requests that are not over, answers included that are still read for a client that has gone. */
    public int underWay() {
        return underWay.get();
    }

    public void relayed(String provider, int status, long admissionMicros, long overheadMicros) {
        requests.computeIfAbsent(
                        new ByStatus(provider, status / 100),
                        key -> Counter.builder("leasehold.gateway.requests")
                                .description("Requests that a provider answered")
                                .tag("provider", key.provider)
                                .tag("status", key.statusClass + "xx")
                                .register(registry))
                .increment();
        admission.record(admissionMicros, TimeUnit.MICROSECONDS);
        overhead.record(overheadMicros, TimeUnit.MICROSECONDS);
    }

    public void refused(String provider, Refusal reason) {
        refusals.computeIfAbsent(
                        new ByReason(provider, reason),
                        key -> Counter.builder("leasehold.gateway.refusals")
                                .description("Requests that the gateway itself refused")
                                .tag("provider", key.provider)
                                .tag("reason", key.reason.name().toLowerCase(Locale.ROOT))
                                .register(registry))
                .increment();
    }

    /** A key's endpoint turned out to be no public address. */
    public void endpointRefused(String provider) {
        Counter.builder("leasehold.gateway.endpoints.refused")
                .description("Requests refused because their key's endpoint is no public address")
                .tag("provider", provider)
                .register(registry)
                .increment();
    }

    /** A request goes on with another key. */
    public void fellBack(String provider) {
        Counter.builder("leasehold.gateway.fallbacks")
                .description("Requests sent again with another key, because the provider refused the one before")
                .tag("provider", provider)
                .register(registry)
                .increment();
    }

    /** @param wantOfPrice whether only a price is missing, and not what was used */
    public void costUnknown(String provider, boolean wantOfPrice) {
        Counter.builder("leasehold.gateway.costs.unknown")
                .description("Requests whose cost is not known")
                .tag("provider", provider)
                .tag("missing", wantOfPrice ? "price" : "usage")
                .register(registry)
                .increment();
    }

    /** A request of which nobody can say whom it is for. */
    public void strayed() {
        strays.increment();
    }
}
