package io.leasehold.collector.cost;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * When a day needs no more reading. What its provider calls final is read until some time after its end, and then, while it is
 * young, now and then: providers correct days later.
 *
 * @param after how long after its end a day is read again with every poll
 * @param correctionDays how many days back corrections are looked for
 * @param correctionInterval how often
 */
public record Settling(Duration after, int correctionDays, Duration correctionInterval) {
    /** Of a row with {@code from_at}, {@code to_at}, {@code complete} and {@code read_at}. */
    public static final String DONE = """
             complete and read_at >= to_at + make_interval(secs => :settledAfter)
             and (to_at < :correctedSince or read_at >= :rereadBefore)
            """;

    /** Binds what {@link #DONE} names. */
    public <S extends SqlStatement<S>> S bind(S statement, Instant now) {
        return statement
                .bind("settledAfter", after.toSeconds())
                .bind("correctedSince", now.minus(Duration.ofDays(correctionDays)))
                .bind("rereadBefore", now.minus(correctionInterval));
    }
}
