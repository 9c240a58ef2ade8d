package io.leasehold.distribution.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What usage-collector tells of an account's bill. */
record BillFixture(KeyFixture key, UUID accountId) {

    static BillFixture of(KeyFixture key) {
        return new BillFixture(key, UUID.fromString(account(key)));
    }

    private static String account(KeyFixture key) {
        String id = Sql.one("select account_id from pool_key where key_id = ?", key.id());
        if (id == null) {
            throw new IllegalStateException("The key was not told of");
        }
        return id;
    }

    /**
     * That the key has cost so much two days ago and nothing since, so that there is no pace; and that it counts, as if the key
     * had been leased then.
     */
    BillFixture spentEarlier(String amount) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant today = BillReading.dayOf(now);
        tell(today, now, List.of(), true, null);
        tell(today.minus(Duration.ofDays(1)), now, List.of(), true, null);
        tell(today.minus(Duration.ofDays(2)), now, List.of(line(amount, "USD")), true, null);
        Await.untilAsserted(() ->
                assertThat(Sql.update("""
                        update direct_use set since = date_trunc('day', now() - interval '3 days', 'UTC')
                        where key_id = ? and exists (select from key_bill_day d where d.key_id = direct_use.key_id
                                                     and d.amount = cast(? as numeric) and d.as_of = cast(? as timestamptz)
                                                     and d.day < now() - interval '2 days')
                        """, key.id(), amount, now.toString())).isEqualTo(1));
        return lookNow();
    }

    /** As if it were time to look again. */
    BillFixture lookNow() {
        Sql.update("update direct_use set next_look_at = now() where key_id = ?", key.id());
        return this;
    }

    BillFixture tell(
            Instant day,
            Instant asOf,
            @Nullable List<CostReported.Line> lines,
            @Nullable Boolean perKey,
            CostReported.@Nullable Estimate estimate) {
        Events.publish(
                EventType.COST_REPORTED,
                new CostReported(
                        accountId,
                        key.workspace().id(),
                        key.provider(),
                        day,
                        day.plus(Duration.ofDays(1)),
                        lines,
                        false,
                        asOf,
                        perKey,
                        estimate));
        return this;
    }

    CostReported.Line line(String amount, String currency) {
        return new CostReported.Line(key.id(), "apikey_1", "claude-opus-5", new BigDecimal(amount), currency, null);
    }

    CostReported.Line euros(String amount, String rate) {
        BigDecimal euros = new BigDecimal(amount);
        BigDecimal each = new BigDecimal(rate);
        return new CostReported.Line(
                key.id(),
                "apikey_1",
                "mistral-large-2512",
                euros,
                "EUR",
                null,
                new CostReported.Conversion(euros.multiply(each), each, LocalDate.parse("2026-11-20"), "ecb"));
    }
}
