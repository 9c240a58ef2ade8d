package io.leasehold.sim.github;

import io.leasehold.sim.github.Copilot.Used;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.provider.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code …/settings/billing/ai_credit/usage} of an organisation or a user: camel case, numbers in dollars. */
final class BillingEndpoint {
    private static final BigDecimal PRICE = new BigDecimal("0.01");

    private final World world;
    private final GitHubCalls calls;
    private final Copilot copilot;

    BillingEndpoint(World world, GitHubCalls calls, Copilot copilot) {
        this.world = world;
        this.calls = calls;
        this.copilot = copilot;
    }

    void ofOrganization(Exchange exchange) {
        calls.asOwner(exchange, () -> {
            String user = exchange.query().one("user").orElse("");
            answer(exchange, "organization", Copilot.ORGANIZATION, user);
        });
    }

    /** What the organisation pays for is on its bill. */
    void ofUser(Exchange exchange) {
        calls.withToken(exchange, token -> {
            String user = exchange.variable("user");
            if (!token.name().equals(user) || copilot.seat(user).isPresent()) {
                throw new GitHubError(GitHubErrorKind.NOT_FOUND);
            }
            answer(exchange, "user", user, user);
        });
    }

    private void answer(Exchange exchange, String kind, String payer, String user) {
        Query query = exchange.query();
        LocalDate today = world.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
        int year = query.number("year", today.getYear(), 2000, 9999);
        int month = query.number("month", today.getMonthValue(), 0, 12);
        int day = query.number("day", 0, 0, 31);
        String model = query.one("model").orElse("");
        Predicate<Used> wanted = used -> used.day().getYear() == year
                && used.day().getMonthValue() == month
                && (day == 0 || used.day().getDayOfMonth() == day)
                && (model.isEmpty() || used.model().equals(model))
                && (user.isEmpty() || used.login().equals(user));
        Map<String, Object> period = new LinkedHashMap<>(Map.of("year", year, "month", month));
        if (day > 0) {
            period.put("day", day);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("timePeriod", period);
        body.put(kind, payer);
        body.put("usageItems", items(wanted));
        exchange.json(200, body);
    }

    private List<Map<String, Object>> items(Predicate<Used> wanted) {
        Map<String, List<Used>> byModel = copilot.used().stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(Used::model, TreeMap::new, Collectors.toList()));
        return byModel.entrySet().stream()
                .map(model -> item(model.getKey(), model.getValue()))
                .toList();
    }

    private static Map<String, Object> item(String model, List<Used> used) {
        BigDecimal gross = used.stream().map(Used::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = used.stream().map(Used::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal included = gross.subtract(net);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("product", "Copilot");
        item.put("sku", "Copilot AI Credits");
        item.put("model", model);
        item.put("unitType", "ai-credits");
        item.put("pricePerUnit", PRICE);
        item.put("grossQuantity", gross);
        item.put("grossAmount", gross.multiply(PRICE));
        item.put("discountQuantity", included);
        item.put("discountAmount", included.multiply(PRICE));
        item.put("netQuantity", net);
        item.put("netAmount", net.multiply(PRICE));
        return item;
    }
}
