package io.leasehold.providers.anthropic;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Anthropic's analytics cost (beta; per API key), and its cost report (by description, without keys) for organisations
 * that do not have that. Both give cents as decimal strings.
 */
final class AnthropicCostReports implements CostReports {
    private static final String BETA = "analytics-usage-cost-2026-08-24";
    private static final int MOST_DAYS = 31;
    private static final int CENT_DIGITS = 2;
    /** The cost report says nothing of its freshness; a day after its end nothing was seen to change any more. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private static final Set<Failure> NOT_OFFERED = Set.of(Failure.BAD_REQUEST, Failure.FORBIDDEN, Failure.NOT_FOUND);

    private final AnthropicApi api;
    private final Clock clock;

    AnthropicCostReports(AnthropicApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public CostReport read(Access admin, Instant from, Instant to) {
        Days days = Days.around(from, to);
        try {
            return analytics(admin, days);
        } catch (ProviderException failure) {
            if (NOT_OFFERED.contains(failure.failure())) {
                return classic(admin, days);
            }
            throw failure;
        }
    }

    private CostReport analytics(Access admin, Days days) {
        List<JsonNode> pages = pages(admin, days, AnthropicCostReports::analyticsPath, BETA);
        Instant asOf = pages.stream()
                .map(page -> JsonFields.instant(page, "data_refreshed_at"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseGet(clock::instant);
        List<CostReport.Line> lines =
                rows(pages).map(AnthropicCostReports::analyticsLine).toList();
        return new CostReport(days.start(), days.end(), lines, true, !asOf.isBefore(days.end()), asOf);
    }

    private CostReport classic(Access admin, Days days) {
        List<JsonNode> pages = pages(admin, days, AnthropicCostReports::classicPath, null);
        Instant now = clock.instant();
        List<CostReport.Line> lines = rows(pages)
                .flatMap(bucket -> bucket.path("results").valueStream())
                .map(AnthropicCostReports::classicLine)
                .toList();
        boolean complete = !now.isBefore(days.end().plus(SETTLED_AFTER));
        return new CostReport(days.start(), days.end(), lines, false, complete, now);
    }

    private List<JsonNode> pages(Access admin, Days days, Function<Days, String> path, @Nullable String beta) {
        return days.inPartsOf(MOST_DAYS).stream()
                .flatMap(part -> api
                        .pages(
                                page -> {
                                    String url = path.apply(part) + (page == null ? "" : "&page=" + encoded(page));
                                    return (beta == null ? api.get(admin, url) : api.getBeta(admin, url, beta)).body();
                                },
                                "next_page")
                        .stream())
                .toList();
    }

    private static Stream<JsonNode> rows(List<JsonNode> pages) {
        return pages.stream().flatMap(page -> page.path("data").valueStream());
    }

    private static String analyticsPath(Days days) {
        return "/v1/organizations/analytics/cost" + interval(days)
                + "&time_bucket_width=1d&group_by[]=api_key_id&group_by[]=model&limit=1000&order=asc&order_by=time"
                        .replace("[]", "%5B%5D");
    }

    private static String classicPath(Days days) {
        return "/v1/organizations/cost_report" + interval(days)
                + "&bucket_width=1d&limit=31&group_by[]=description".replace("[]", "%5B%5D");
    }

    private static String interval(Days days) {
        return "?starting_at=" + days.start() + "&ending_at=" + days.end();
    }

    private static CostReport.Line analyticsLine(JsonNode row) {
        JsonNode group = row.path("group");
        JsonNode cost = row.path("cost");
        return new CostReport.Line(
                JsonFields.text(group, "api_key_id"),
                JsonFields.text(group, "model"),
                dollars(cost),
                currency(cost),
                null);
    }

    private static CostReport.Line classicLine(JsonNode row) {
        return new CostReport.Line(
                null, JsonFields.text(row, "model"), dollars(row), currency(row), JsonFields.text(row, "description"));
    }

    private static BigDecimal dollars(JsonNode row) {
        return JsonFields.amount(row, "amount").movePointLeft(CENT_DIGITS);
    }

    private static String currency(JsonNode row) {
        return Optional.ofNullable(JsonFields.text(row, "currency")).orElse("USD");
    }
}
