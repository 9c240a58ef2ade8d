package io.leasehold.collector.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A span of OpenTelemetry, as far as it matters here.
 *
 * @param attributes its own and its resource's, its own first: texts, whole numbers ({@code Long}), numbers and booleans
 */
record Span(
        String traceId,
        String spanId,
        long startNanos,
        long endNanos,
        boolean failed,
        Map<String, Object> attributes,
        Map<String, Object> resource) {
    /** Beyond it a double is no count any more. */
    private static final double EXACT = 9.0e15;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Microseconds are kept. */
    Instant startedAt() {
        return at(startNanos);
    }

    Instant endedAt() {
        return at(endNanos);
    }

    /** The first of these that is there, as a text. */
    Optional<String> text(String... names) {
        return find(names).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** The first of these that is there and a whole number. */
    Optional<Long> number(String... names) {
        return find(names).flatMap(Span::whole);
    }

    private Optional<Object> find(String... names) {
        for (String name : names) {
            Object value = attributes.getOrDefault(name, resource.get(name));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> whole(Object value) {
        return switch (value) {
            case Long number -> Optional.of(number);
            case Double number
            when number == Math.rint(number) && Math.abs(number) < EXACT -> Optional.of(number.longValue());
            default -> Optional.empty();
        };
    }

    private static Instant at(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND) / 1_000 * 1_000);
    }
}
