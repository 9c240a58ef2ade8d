package io.leasehold.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenAI's costs: dollars per day, key and line of the bill. They reconcile with the invoice; usage does not. */
final class OpenAiCostReports implements CostReports {
    private static final int MOST_DAYS = 180;
    /** A day can be corrected for some hours after its end; how many is not said. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final OpenAiApi api;
    private final Clock clock;

    OpenAiCostReports(OpenAiApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public CostReport read(Access admin, Instant from, Instant to) {
        Days days = Days.around(from, to);
        try {
            return read(admin, days, true);
        } catch (ProviderException failure) {
            // Not every combination of groups is offered to everybody.
            if (failure.failure() == Failure.BAD_REQUEST) {
                return read(admin, days, false);
            }
            throw failure;
        }
    }

    private CostReport read(Access admin, Days days, boolean perKey) {
        Instant now = clock.instant();
        List<CostReport.Line> lines = days.inPartsOf(MOST_DAYS).stream()
                .flatMap(part -> api.report(admin, path(part, perKey)).stream())
                .flatMap(page -> page.path("data").valueStream())
                .flatMap(bucket -> bucket.path("results").valueStream())
                .filter(result -> !result.path("amount").isMissingNode())
                .map(OpenAiCostReports::line)
                .toList();
        boolean complete = !now.isBefore(days.end().plus(SETTLED_AFTER));
        return new CostReport(days.start(), days.end(), lines, perKey, complete, now);
    }

    private static String path(Days days, boolean perKey) {
        return "/organization/costs?start_time=%d&end_time=%d&bucket_width=1d&limit=%d&group_by=line_item%s"
                .formatted(
                        days.start().getEpochSecond(),
                        days.end().getEpochSecond(),
                        MOST_DAYS,
                        perKey ? "&group_by=api_key_id" : "");
    }

    private static CostReport.Line line(JsonNode result) {
        JsonNode amount = result.path("amount");
        String item = JsonFields.text(result, "line_item");
        String currency =
                Optional.ofNullable(JsonFields.text(amount, "currency")).orElse("usd");
        return new CostReport.Line(
                JsonFields.text(result, "api_key_id"),
                model(item),
                JsonFields.amount(amount, "value"),
                currency.toUpperCase(Locale.ROOT),
                item);
    }

    /** {@code gpt-6-sol, input_tokens} is of that model; a line without a comma is of none. */
    private static @Nullable String model(@Nullable String item) {
        int comma = item == null ? -1 : item.lastIndexOf(", ");
        return item == null || comma < 0 ? null : item.substring(0, comma);
    }
}
