package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.cost.Days;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What Mistral's monthly usage comes to at the prices that it tells beside it, by day and model. It names neither key
 * nor user. The rows of its usage are not specified: what can't be read as one, or has no single price, fails, since an
 * amount must not be guessed.
 */
final class MistralCostReports implements CostReports {
    /** How long figures of a day still change is not said. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final MistralApi api;
    private final Clock clock;

    MistralCostReports(MistralApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public CostReport read(Access admin, Instant from, Instant to) {
        Days days = Days.around(from, to);
        Instant now = clock.instant();
        List<CostReport.Line> lines = new ArrayList<>();
        MistralMonths.usage(api, admin, days).forEach(month -> lines.addAll(lines(month, days)));
        boolean complete = !now.isBefore(days.end().plus(SETTLED_AFTER));
        return new CostReport(days.start(), days.end(), lines, false, complete, now);
    }

    private static List<CostReport.Line> lines(JsonNode usage, Days days) {
        MistralPrices prices = new MistralPrices(usage.path(MistralUsageRow.PRICES));
        String currency = MistralApi.currency(usage);
        return MistralUsageRow.all(usage).stream()
                .filter(row -> row.isIn(days) && row.value().signum() != 0)
                .map(row -> new CostReport.Line(
                        null,
                        row.model(),
                        row.value().multiply(prices.of(row)),
                        currency,
                        row.model() + ", " + row.group()))
                .toList();
    }
}
