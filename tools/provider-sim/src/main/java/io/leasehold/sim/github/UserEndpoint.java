package io.leasehold.sim.github;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.provider.World;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /user}, {@code /user/orgs} and {@code /copilot_internal/user}: who a token is of, and what is left to them. */
final class UserEndpoint {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final World world;
    private final GitHubCalls calls;
    private final Copilot copilot;

    UserEndpoint(World world, GitHubCalls calls, Copilot copilot) {
        this.world = world;
        this.calls = calls;
        this.copilot = copilot;
    }

    record User(
            String login,
            long id,
            String type,
            String name,
            @Nullable String email) {}

    record Organization(String login, String name) {}

    /** @param quotaResetAt only where something is counted */
    record Snapshot(
            String quotaId,
            BigDecimal entitlement,
            BigDecimal remaining,
            BigDecimal quotaRemaining,
            BigDecimal percentRemaining,
            BigDecimal overageCount,
            boolean overagePermitted,
            boolean unlimited,
            boolean hasQuota,
            @Nullable Long quotaResetAt,
            Instant timestampUtc,
            boolean tokenBasedBilling) {}

    void user(Exchange exchange) {
        calls.withToken(exchange, token -> {
            exchange.response().putHeader("x-oauth-scopes", "read:user");
            long id = Integer.toUnsignedLong(token.name().hashCode());
            exchange.json(200, new User(token.name(), id, "User", token.name(), null));
        });
    }

    void organizations(Exchange exchange) {
        calls.withToken(exchange, token -> {
            boolean member =
                    token.kind() == KeyKind.ADMIN || copilot.seat(token.name()).isPresent();
            exchange.json(200, member ? List.of(organization()) : List.of());
        });
    }

    void copilot(Exchange exchange) {
        calls.withToken(exchange, token -> {
            Copilot.Seat seat =
                    copilot.seat(token.name()).orElseThrow(() -> new GitHubError(GitHubErrorKind.NOT_FOUND));
            exchange.json(200, view(seat));
        });
    }

    private Map<String, Object> view(Copilot.Seat seat) {
        Instant now = world.clock().instant();
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        LocalDate reset = month.plusMonths(1).atDay(1);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("login", seat.login());
        view.put("access_type_sku", "copilot_for_business_seat");
        view.put("assigned_date", seat.createdAt());
        view.put("chat_enabled", true);
        view.put("copilot_plan", "business");
        view.put("organization_login_list", List.of(Copilot.ORGANIZATION));
        view.put("organization_list", List.of(organization()));
        view.put("quota_reset_date", reset.toString());
        view.put("quota_reset_date_utc", reset.atStartOfDay(ZoneOffset.UTC).toInstant());
        view.put("token_based_billing", true);
        view.put(
                "quota_snapshots",
                Map.of(
                        "chat", endless("chat", now),
                        "completions", endless("completions", now),
                        "premium_interactions", credits(copilot.usedIn(seat.login(), month), reset, now)));
        return view;
    }

    private static Snapshot credits(BigDecimal used, LocalDate reset, Instant now) {
        BigDecimal left = Copilot.INCLUDED.subtract(used).max(BigDecimal.ZERO);
        BigDecimal percent = left.multiply(HUNDRED).divide(Copilot.INCLUDED, MathContext.DECIMAL32);
        return new Snapshot(
                "premium_interactions",
                Copilot.INCLUDED,
                new BigDecimal(left.toBigInteger()),
                left,
                percent,
                Copilot.beyond(used),
                true,
                false,
                true,
                reset.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                now,
                true);
    }

    private static Snapshot endless(String name, Instant now) {
        BigDecimal none = BigDecimal.ZERO;
        return new Snapshot(name, none, none, none, HUNDRED, none, false, true, false, null, now, false);
    }

    private static Organization organization() {
        return new Organization(Copilot.ORGANIZATION, "Example");
    }
}
