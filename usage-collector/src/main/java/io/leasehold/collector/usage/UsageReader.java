package io.leasehold.collector.usage;

import static java.util.stream.Collectors.groupingBy;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.KeyStore;
import io.leasehold.collector.cost.ReportDays;
import io.leasehold.collector.cost.Settling;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.UsageSampled;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.Access;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import io.leasehold.providers.usage.UsageScope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Reads what an account used, days in a row at once. Each day is kept by itself, so a failure half-way loses nothing. */
@Singleton
public class UsageReader {
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    UsageReader(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param back how many days before today count
     * @param settling when a day needs no more reading
     * @param width how fine buckets should be, where the provider has such
     */
    public record Span(int back, Settling settling, BucketWidth width) {}

    /**
     * Reads today, where the provider tells it, and every day before it that is not final yet.
     *
     * @param beforeWriting runs first in each day's transaction; when it throws, the day is not written
     */
    public void readDays(
            Account account, UsageReports reports, Access access, Span span, Consumer<Handle> beforeWriting) {
        for (UsageDays days : toRead(account, reports.scope(), span)) {
            UsageReport report = reports.read(access, startOf(days.from()), startOf(days.to()), days.width());
            Map<LocalDate, List<UsageSample>> byDay = report.samples().stream()
                    .collect(groupingBy(sample -> LocalDate.ofInstant(sample.from(), ZoneOffset.UTC)));
            for (LocalDate day : days.each().reversed()) {
                List<UsageSample> samples = byDay.getOrDefault(day, List.of());
                database.useSystem(handle -> {
                    beforeWriting.accept(handle);
                    write(handle, account, day, days.width(), report, samples);
                });
            }
        }
    }

    /** How fresh the provider said that its newest figures are. */
    public Optional<Instant> asOf(Handle handle, Account account) {
        return UsageStore.asOf(handle, account);
    }

    private List<UsageDays> toRead(Account account, UsageScope scope, Span span) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int back = Math.min(span.back(), scope.daysBack());
        Instant since = startOf(today.minusDays(back));
        return database.asSystem(handle -> {
            List<LocalDate> days =
                    ReportDays.toRead(today, UsageStore.finalDays(handle, account, since, span.settling(), now), back);
            return UsageDays.of(
                    scope.today() ? days : days.subList(1, days.size()),
                    today,
                    span.width(),
                    scope,
                    UsageStore.widths(handle, account, since));
        });
    }

    private void write(
            Handle handle,
            Account account,
            LocalDate day,
            BucketWidth width,
            UsageReport report,
            List<UsageSample> samples) {
        Instant now = clock.instant();
        Map<String, UUID> keys = KeyStore.byProviderKeyId(handle, account.workspaceId(), account.accountId());
        UsageDay read = new UsageDay(
                account, startOf(day), startOf(day.plusDays(1)), width, isFinal(day, report, now), report.asOf(), now);
        Map<Instant, List<UsageLine>> told = new TreeMap<>();
        samples.stream()
                .collect(groupingBy(UsageSample::from))
                .forEach((from, of) -> told.put(
                        from,
                        of.stream()
                                .map(sample -> UsageLine.of(sample, keys))
                                .sorted(UsageLine.ORDER)
                                .toList()));
        for (UsageSampled news : new DayUpdate(handle, read).apply(told)) {
            outbox.append(handle, EventType.USAGE_SAMPLED, news);
        }
    }

    /** A report of several days is final when its last day is; of those before it that is told by their age. */
    private static boolean isFinal(LocalDate day, UsageReport report, Instant now) {
        return report.complete()
                || (startOf(day.plusDays(1)).isBefore(report.to()) && !now.isBefore(startOf(day.plusDays(2))));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
