package io.leasehold.sim.report;

import io.leasehold.sim.http.InvalidRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** How long a bucket is, and how many of them a page has. */
public enum BucketWidth {
    MINUTE("1m", ChronoUnit.MINUTES, 60, 1440),
    HOUR("1h", ChronoUnit.HOURS, 24, 168),
    DAY("1d", ChronoUnit.DAYS, 7, 31);

    private final String wireName;
    private final ChronoUnit unit;
    private final int usualPage;
    private final int largestPage;

    BucketWidth(String wireName, ChronoUnit unit, int usualPage, int largestPage) {
        this.wireName = wireName;
        this.unit = unit;
        this.usualPage = usualPage;
        this.largestPage = largestPage;
    }

    public int usualPage() {
        return usualPage;
    }

    public int largestPage() {
        return largestPage;
    }

    public Instant startOf(Instant time) {
        return time.truncatedTo(unit);
    }

    public Instant plus(Instant time, long buckets) {
        return time.plus(buckets, unit);
    }

    /** Whole buckets from one time to another. */
    public long between(Instant from, Instant to) {
        return unit.between(from, to);
    }

    public static BucketWidth of(String parameter, String wireName) {
        return Arrays.stream(values())
                .filter(width -> width.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(parameter + ": Input should be '1m', '1h' or '1d'"));
    }
}
