package io.leasehold.collector.rate;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code exchange_rate} and {@code exchange_rate_poll}. */
final class RateStore {
    private RateStore() {}

    /** A rate that is there already stays: costs were converted by it. */
    static void put(Handle handle, List<ExchangeRate> rates) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into exchange_rate (currency, day, usd, source) values (:currency, :day, :usd, :source)
                on conflict do nothing
                """);
        rates.forEach(rate -> batch.bindMethods(rate).add());
        batch.execute();
    }

    /** The newest one that is not of a later day, and not older than that. */
    static Optional<ExchangeRate> find(Handle handle, String currency, LocalDate day, LocalDate oldest) {
        return handle.createQuery("""
                        select currency, day, usd, source from exchange_rate
                        where currency = :currency and day between :oldest and :day
                        order by day desc limit 1
                        """)
                .bind("currency", currency)
                .bind("oldest", oldest)
                .bind("day", day)
                .map(Rows.of(ExchangeRate.class))
                .findOne();
    }

    /** The newest day that a source has told rates of. */
    static Optional<LocalDate> findNewest(Handle handle, String source) {
        return handle.createQuery("select day from exchange_rate where source = :source order by day desc limit 1")
                .bind("source", source)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /**
     * Takes it on to ask a source that is due.
     *
     * @param until when it is due again, should nothing come of it
     * @return whether it is ours; else it is not due, or another replica was first
     */
    static boolean claim(Handle handle, String source, Instant now, Instant until) {
        return handle.createUpdate("""
                                insert into exchange_rate_poll (source, next_at) values (:source, :until)
                                on conflict (source) do update set next_at = excluded.next_at
                                where exchange_rate_poll.next_at <= :now
                                """)
                        .bind("source", source)
                        .bind("now", now)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    static void askNextAt(Handle handle, String source, Instant next) {
        handle.createUpdate("update exchange_rate_poll set next_at = :next where source = :source")
                .bind("source", source)
                .bind("next", next)
                .execute();
    }
}
