package io.leasehold.providers.copilot;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.JsonFields;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub bills for Copilot: dollars per day, user and model, after what the plan includes. Reports name no user but
 * can be asked for one, so that each seat is asked for where there was anything; what is left over is of users without a
 * seat. Who is in no organisation has a bill of their own.
 */
final class CopilotCostReports implements CostReports {
    private static final String PRODUCT = "copilot";
    private static final String USD = "USD";
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final GitHubApi api;
    private final Clock clock;

    CopilotCostReports(GitHubApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public CostReport read(Access admin, Instant from, Instant to) {
        Days days = Days.around(from, to);
        Instant now = clock.instant();
        List<CostReport.Line> lines = new ArrayList<>();
        List<String> organisations = api.organisations(admin);
        for (String organisation : organisations) {
            List<String> users = api.seats(admin, organisation).stream()
                    .map(CopilotKeyAdmin::login)
                    .toList();
            String root = "/organizations/" + encoded(organisation);
            days.each().forEach(day -> lines.addAll(ofDay(admin, root, day, users)));
        }
        if (organisations.isEmpty()) {
            lines.addAll(personal(admin, days));
        }
        boolean complete = !now.isBefore(days.end().plus(SETTLED_AFTER));
        return new CostReport(days.start(), days.end(), lines, true, complete, now);
    }

    /** One thing that is billed. */
    private record Item(@Nullable String model, @Nullable String sku) {}

    private List<CostReport.Line> ofDay(Access admin, String root, LocalDate day, List<String> users) {
        Map<Item, BigDecimal> rest = bill(admin, root, day, "");
        if (rest.isEmpty()) {
            return List.of();
        }
        List<CostReport.Line> lines = new ArrayList<>();
        for (String user : users) {
            bill(admin, root, day, "&user=" + encoded(user)).forEach((item, amount) -> {
                lines.add(line(user, item, amount));
                rest.merge(item, amount.negate(), BigDecimal::add);
            });
        }
        rest.forEach((item, amount) -> {
            if (amount.signum() != 0) {
                lines.add(new CostReport.Line(null, item.model(), amount, USD, item.sku()));
            }
        });
        return lines;
    }

    private List<CostReport.Line> personal(Access holder, Days days) {
        String login = api.login(holder);
        List<CostReport.Line> lines = new ArrayList<>();
        for (LocalDate day : days.each()) {
            bill(holder, "/users/" + encoded(login), day, "")
                    .forEach((item, amount) -> lines.add(line(login, item, amount)));
        }
        return lines;
    }

    /** In AI credits, or in the unit from before there were any. */
    private Map<Item, BigDecimal> bill(Access admin, String root, LocalDate day, String more) {
        String billing = root + "/settings/billing/";
        String query = "/usage?year=%d&month=%d&day=%d%s"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), more);
        JsonNode report = api.find(admin, billing + "ai_credit" + query)
                .orElseGet(() -> api.get(admin, billing + "premium_request" + query));
        Map<Item, BigDecimal> amounts = new HashMap<>();
        report.path("usageItems")
                .valueStream()
                .filter(CopilotCostReports::isOfCopilot)
                .forEach(item -> amounts.merge(
                        new Item(JsonFields.text(item, "model"), JsonFields.text(item, "sku")),
                        JsonFields.amount(item, "netAmount"),
                        BigDecimal::add));
        return amounts;
    }

    private static CostReport.Line line(String user, Item item, BigDecimal amount) {
        return new CostReport.Line(user, item.model(), amount, USD, item.sku());
    }

    private static boolean isOfCopilot(JsonNode item) {
        String product = JsonFields.text(item, "product");
        return product != null && product.toLowerCase(Locale.ROOT).contains(PRODUCT);
    }
}
