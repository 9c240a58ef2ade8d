package io.leasehold.gateway.capture;

import io.leasehold.gateway.memory.ByteBudget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What was told of conversations, and what was left out and why. */
@Singleton
class CaptureMetrics {
    private final MeterRegistry registry;
    private final Map<What, Counter> told = new EnumMap<>(What.class);

    /** What is told, or not. */
    enum What {
        /** That of {@code RequestCompleted}. */
        LINKS,
        /** The HMAC that includes the answer. */
        ANSWER_LINK,
        /** An event with bodies. */
        BODIES,
        REQUEST_BODY,
        ANSWER_BODY;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why something is not told. */
    enum Reason {
        /** No memory was left for it. */
        BUDGET,
        /** The secret could not be read. */
        NO_KEY,
        TOO_LONG,
        UNREADABLE,
        /** The broker did not take it. */
        BROKER,
        FAULT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CaptureMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (What what : What.values()) {
            told.put(what, told(registry, what));
        }
    }

    private static Counter told(MeterRegistry registry, What what) {
        return Counter.builder("leasehold.gateway.captured")
                .description("What was told of conversations")
                .tag("what", what.label())
                .register(registry);
    }

    void watch(ByteBudget budget) {
        Gauge.builder("leasehold.gateway.capture.bytes", budget, ByteBudget::used)
                .description("Bytes of bodies that are kept for what is told of conversations")
                .register(registry);
    }

    void told(What what) {
        Objects.requireNonNull(told.get(what)).increment();
    }

    void leftOut(What what, Reason reason) {
        Counter.builder("leasehold.gateway.capture.left.out")
                .description("What was not told of conversations though it should have been")
                .tag("what", what.label())
                .tag("reason", reason.label())
                .register(registry)
                .increment();
    }
}
