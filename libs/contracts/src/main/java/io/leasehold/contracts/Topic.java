package io.leasehold.contracts;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every Kafka topic, with what is fixed when it is made. Topics are made by the local stack or the chart only, always
 * with {@link #PARTITIONS} partitions, because the partition of an aggregate must never move.
 */
public enum Topic {
    WORKSPACES("leasehold.workspaces.v1", Retention.COMPACTED),
    ACCOUNTS("leasehold.accounts.v1", Retention.COMPACTED),
    KEYS("leasehold.keys.v1", Retention.COMPACTED),
    LIMITS("leasehold.limits.v1", Retention.COMPACTED),
    PRICES("leasehold.prices.v1", Retention.COMPACTED),
    LEASES("leasehold.leases.v1", Retention.COMPACTED),
    NODES("leasehold.nodes.v1", Retention.COMPACTED),
    REQUESTS("leasehold.requests.v1", Retention.of(Duration.ofDays(7))),
    SPEND("leasehold.spend.v1", Retention.COMPACTED),
    CREDITS("leasehold.credits.v1", Retention.of(Duration.ofDays(7))),
    CONTENT("leasehold.content.v1", Retention.of(Duration.ofDays(2))),
    USAGE("leasehold.usage.v1", Retention.of(Duration.ofDays(7))),
    ALERTS("leasehold.alerts.v1", Retention.of(Duration.ofDays(7))),
    AUDIT("leasehold.audit.v1", Retention.of(Duration.ofDays(30))),
    /** Events that a consumer could not use, with the reason in the headers; kept until someone has looked. */
    DEAD_LETTERS("leasehold.dead-letters.v1", Retention.of(Duration.ofDays(30)));

    public static final int PARTITIONS = 12;

    /** Two bodies in one event are more than a broker takes otherwise. */
    private static final int LARGEST_CONTENT = 4 * 1024 * 1024;

    private final String topicName;
    private final Retention retention;

    Topic(String topicName, Retention retention) {
        this.topicName = topicName;
        this.retention = retention;
    }

    /** The name at the broker, such as {@code leasehold.keys.v1}. */
    public String topicName() {
        return topicName;
    }

    public Retention retention() {
        return retention;
    }

    /** The most bytes that an event may have; empty for what the cluster says. */
    public OptionalInt largestEvent() {
        return this == CONTENT ? OptionalInt.of(LARGEST_CONTENT) : OptionalInt.empty();
    }

    public static Optional<Topic> find(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }

    /**
     * How long the broker keeps records: for ever the newest per key, or all of them for a time.
     *
     * @param compacted whether the newest record of each key is kept
     * @param time how long records are kept otherwise; zero where compacted
     */
    public record Retention(boolean compacted, Duration time) {
        static final Retention COMPACTED = new Retention(true, Duration.ZERO);

        static Retention of(Duration time) {
            return new Retention(false, time);
        }
    }
}
