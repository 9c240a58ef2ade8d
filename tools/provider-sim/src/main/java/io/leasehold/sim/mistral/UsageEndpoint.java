package io.leasehold.sim.mistral;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerFilter;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

/** {@code GET /v1/admin/usage}: what a month used, by model and group and day, with the prices of it. */
final class UsageEndpoint {
    private final World world;
    private final MistralCalls calls;
    private final BillCurrency currency;

    UsageEndpoint(World world, MistralCalls calls, BillCurrency currency) {
        this.world = world;
        this.calls = calls;
        this.currency = currency;
    }

    void get(Exchange exchange) {
        calls.report(exchange, () -> {
            Query query = exchange.query();
            Instant now = world.clock().instant();
            YearMonth month = month(query, now);
            ZonedDateTime start = month.atDay(1).atStartOfDay(ZoneOffset.UTC);
            LedgerFilter inMonth = new LedgerFilter(
                    null,
                    Provider.MISTRAL,
                    start.toInstant(),
                    start.plusMonths(1).toInstant());
            String workspace = query.one("workspace_id").orElse("");
            List<LedgerRow> rows = world.ledger().rows().stream()
                    .filter(inMonth::accepts)
                    .filter(row -> workspace.isEmpty() || workspace.equals(workspaceOf(row)))
                    .toList();
            return new UsageReport(rows, currency.code()).body(month, now);
        });
    }

    private static String workspaceOf(LedgerRow row) {
        return Objects.requireNonNullElse(row.workspaceId(), Organization.DEFAULT_WORKSPACE.id());
    }

    private static YearMonth month(Query query, Instant now) {
        YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        int year = query.number("year", current.getYear(), 2000, 9999);
        return YearMonth.of(year, query.number("month", current.getMonthValue(), 1, 12));
    }
}
