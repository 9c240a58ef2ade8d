package io.leasehold.collector.cost;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.KeyStore;
import io.leasehold.collector.estimate.KeyEstimates;
import io.leasehold.collector.rate.ExchangeRate;
import io.leasehold.collector.rate.ExchangeRates;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads an account's bill day by day. Each day is kept and told by itself, so a failure half-way loses nothing. */
@Singleton
public class CostReader {
    private final Database database;
    private final KeyEstimates estimates;
    private final ExchangeRates rates;
    private final Outbox outbox;
    private final Clock clock;

    CostReader(Database database, KeyEstimates estimates, ExchangeRates rates, Outbox outbox, Clock clock) {
        this.database = database;
        this.estimates = estimates;
        this.rates = rates;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param back how many days before today count
     * @param settling when a day needs no more reading
     */
    public record Span(int back, Settling settling) {}

    /**
     * Reads today and every day before it that is not final yet, or whose corrections are looked for now.
     *
     * @param span which days count, and when they are final
     * @param beforeWriting runs first in each day's transaction; when it throws, the day is not written
     */
    public void readDays(
            Account account, CostReports reports, Access access, Span span, Consumer<Handle> beforeWriting) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int back = Math.min(span.back(), reports.daysBack());
        Instant since = startOf(today.minusDays(back));
        List<LocalDate> days = ReportDays.toRead(
                today,
                database.asSystem(handle ->
                        CostStore.finalDays(handle, account, since, span.settling(), now, rates.fixedCurrencies())),
                back);
        for (LocalDate day : days) {
            CostReport report = reports.read(access, startOf(day), startOf(day.plusDays(1)));
            database.useSystem(handle -> {
                beforeWriting.accept(handle);
                write(handle, account, report);
            });
        }
    }

    /** How fresh the provider said that its newest figures are. */
    public Optional<Instant> asOf(Handle handle, Account account) {
        return CostStore.asOf(handle, account);
    }

    private void write(Handle handle, Account account, CostReport report) {
        Map<String, UUID> keys = KeyStore.byProviderKeyId(handle, account.workspaceId(), account.accountId());
        Map<String, ExchangeRate> usd = ratesOf(handle, report);
        CostReported reported = new CostReported(
                account.accountId(),
                account.workspaceId(),
                account.provider(),
                report.from(),
                report.to(),
                report.lines().stream().map(line -> lineOf(line, keys, usd)).toList(),
                report.complete(),
                report.asOf(),
                report.perKey(),
                report.perKey()
                        ? null
                        : estimates
                                .ofDay(handle, account, report.from(), report.to())
                                .orElse(null));
        CostStore.put(handle, reported, clock.instant());
        outbox.append(handle, EventType.COST_REPORTED, reported);
    }

    private Map<String, ExchangeRate> ratesOf(Handle handle, CostReport report) {
        return rates.on(
                handle,
                LocalDate.ofInstant(report.from(), ZoneOffset.UTC),
                report.lines().stream().map(CostReport.Line::currency).collect(Collectors.toSet()));
    }

    private static CostReported.Line lineOf(
            CostReport.Line line, Map<String, UUID> keys, Map<String, ExchangeRate> usd) {
        String providerKeyId = line.providerKeyId();
        ExchangeRate rate = usd.get(line.currency());
        return new CostReported.Line(
                providerKeyId == null ? null : keys.get(providerKeyId),
                providerKeyId,
                line.model(),
                line.amount(),
                line.currency(),
                line.description(),
                rate == null ? null : rate.convert(line.amount()));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
