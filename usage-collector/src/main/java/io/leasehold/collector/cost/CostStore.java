package io.leasehold.collector.cost;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.rate.ExchangeRates;
import io.leasehold.collector.revision.RevisionStore;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code cost_report} and {@code cost_line}. */
final class CostStore {
    private static final String BETTER_RATES = """
             and not exists (
                select from cost_line l, lateral (select cast(l.from_at at time zone 'UTC' as date) as day) charged
                where l.workspace_id = r.workspace_id and l.account_id = r.account_id and l.from_at = r.from_at
                  and l.currency <> 'USD'
                  and (l.rate is null and l.currency = any(:fixed)
                       or exists (select from exchange_rate x
                                  where x.currency = l.currency and x.day <= charged.day
                                    and x.day > coalesce(l.rate_date, charged.day - :gap - 1))))
            """;

    private CostStore() {}

    /**
     * Takes the place of what was read before of the same day. What was said of it after its end is kept beside, where it
     * was something else.
     */
    static void put(Handle handle, CostReported report, Instant now) {
        int revision = revision(handle, report, now);
        handle.createUpdate("""
                        delete from cost_report
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from
                        """).bindMethods(report).execute();
        handle.createUpdate("""
                        insert into cost_report (workspace_id, account_id, from_at, to_at, provider, complete, as_of, read_at,
                                                 revision)
                        values (:workspaceId, :accountId, :from, :to, :provider, :complete, :asOf, :now, :revision)
                        """)
                .bindMethods(report)
                .bind("now", now)
                .bind("revision", revision)
                .execute();
        putLines(handle, report);
    }

    private record Earlier(int revision, Instant readAt) {}

    private static int revision(Handle handle, CostReported report, Instant now) {
        Earlier earlier = handle.createQuery("""
                        select revision, read_at from cost_report
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from
                        """)
                .bindMethods(report)
                .map(Rows.of(Earlier.class))
                .findOne()
                .orElse(null);
        if (earlier == null) {
            return 1;
        }
        if (earlier.readAt().isBefore(report.to()) || toldOf(handle, report).equals(toldBy(report))) {
            return earlier.revision();
        }
        RevisionStore.keepCost(handle, report.workspaceId(), report.accountId(), report.from(), now);
        return earlier.revision() + 1;
    }

    /** What was told of the day before, in an order that depends on nothing else. */
    private static List<String> toldOf(Handle handle, CostReported report) {
        return handle.createQuery("""
                        select provider_key_id, model, amount, currency, description from cost_line
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from
                        """).bindMethods(report).map(Rows.of(Told.class)).stream()
                .map(Told::text)
                .sorted()
                .toList();
    }

    private static List<String> toldBy(CostReported report) {
        return report.lines().stream()
                .map(line -> new Told(
                                line.providerKeyId(), line.model(), line.amount(), line.currency(), line.description())
                        .text())
                .sorted()
                .toList();
    }

    /** All that the provider says of a line; which key of ours it means is not. */
    private record Told(
            @Nullable String providerKeyId,
            @Nullable String model,
            BigDecimal amount,
            String currency,
            @Nullable String description) {
        String text() {
            return providerKeyId + "|" + model + "|"
                    + amount.stripTrailingZeros().toPlainString() + "|" + currency + "|" + description;
        }
    }

    private static void putLines(Handle handle, CostReported report) {
        if (report.lines().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into cost_line (workspace_id, account_id, from_at, line, key_id, provider_key_id, model, amount,
                                       currency, description, usd, rate, rate_date, rate_source)
                values (:workspaceId, :accountId, :from, :line, :keyId, :providerKeyId, :model, :amount, :currency,
                        :description, :usd, :rate, :rateDate, :rateSource)
                """);
        for (CostReported.Line line : report.lines()) {
            CostReported.Conversion converted = line.converted();
            batch.bindMethods(line)
                    .bind("usd", converted == null ? null : converted.usd())
                    .bind("rate", converted == null ? null : converted.rate())
                    .bind("rateDate", converted == null ? null : converted.rateDate())
                    .bind("rateSource", converted == null ? null : converted.rateSource())
                    .bind("workspaceId", report.workspaceId())
                    .bind("accountId", report.accountId())
                    .bind("from", report.from())
                    .bind("line", batch.size())
                    .add();
        }
        batch.execute();
    }

    /**
     * Days that their provider called final when they were read long enough after their end, and of which nothing is in a
     * currency whose rate has become known since, or a nearer one.
     *
     * @param fixed currencies whose rate is known for every day
     */
    static Set<LocalDate> finalDays(
            Handle handle, Account account, Instant since, Settling settling, Instant now, Set<String> fixed) {
        return settling
                .bind(handle.createQuery("""
                        select from_at from cost_report r
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :since and
                        """ + Settling.DONE + BETTER_RATES), now)
                .bindMethods(account)
                .bind("since", since)
                .bindArray("fixed", String.class, fixed)
                .bind("gap", ExchangeRates.LONGEST_GAP_DAYS)
                .mapTo(Instant.class)
                .stream()
                .map(from -> LocalDate.ofInstant(from, ZoneOffset.UTC))
                .collect(Collectors.toSet());
    }

    static Optional<Instant> asOf(Handle handle, Account account) {
        return handle.createQuery("""
                        select as_of from cost_report where workspace_id = :workspaceId and account_id = :accountId
                        order by from_at desc limit 1
                        """).bindMethods(account).mapTo(Instant.class).findOne();
    }

    /** Days that touch the range by account, the oldest first, and one more than the page holds. */
    static List<CostDay> listDays(Handle handle, UUID workspaceId, CostRange range, PageRequest page) {
        CostDay.Position after = CostDay.Position.of(page);
        return handle.createQuery("""
                        select account_id, provider, from_at as "from", to_at as "to", complete, as_of
                        from cost_report
                        where workspace_id = :workspaceId and from_at < :to and to_at > :from
                          and (account_id, from_at) > (:afterAccount, :afterDay)
                        order by account_id, from_at limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("afterAccount", after.accountId())
                .bind("afterDay", after.from())
                .bind("limit", page.oneMore())
                .map(Rows.of(CostDay.class))
                .list();
    }

    /** What was charged on these days. */
    static List<CostLine> listLines(Handle handle, UUID workspaceId, List<CostDay> days) {
        return handle.createQuery("""
                        select l.account_id, l.from_at as "from", l.key_id, l.provider_key_id, l.model, l.amount, l.currency,
                               l.description, l.usd, l.rate, l.rate_date, l.rate_source
                        from unnest(:accounts, cast(:days as timestamptz[])) as d (account_id, from_at)
                        join cost_line l on l.workspace_id = :workspaceId and l.account_id = d.account_id
                                        and l.from_at = d.from_at
                        order by l.account_id, l.from_at, l.line
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray(
                        "accounts",
                        UUID.class,
                        days.stream().map(CostDay::accountId).toList())
                .bindArray(
                        "days",
                        String.class,
                        days.stream().map(day -> day.from().toString()).toList())
                .map(Rows.of(CostLine.class))
                .list();
    }
}
