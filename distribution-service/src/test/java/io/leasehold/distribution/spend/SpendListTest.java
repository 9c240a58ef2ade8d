package io.leasehold.distribution.spend;

import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.LimitFixture.raise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView.Raise;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpendListTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void whatIsHitFirstComesFirstAndEachSaysWhenThatIs() {
        used("slow", Period.MONTH, "10", "0.000000001", "0");
        used("full", Period.DAY, "10", "10", "0");
        used("untouched", Period.DAY, "10", null, "0");
        used("held", Period.DAY, "10", "0", "9");
        used("half", Period.DAY, "10", "5", "0");
        used("nearly", Period.DAY, "10", "9.9", "0");
        used("endless", Period.TOTAL, "10", "9", "0");

        List<Map<String, Object>> items = list("").getList("items");

        assertThat(items).extracting(item -> item.get("scope_id")).hasSize(7).startsWith("full");
        List<Instant> hit = items.stream()
                .map(item -> item.get("exhausted_at") == null ? Instant.MAX : instant(item, "exhausted_at"))
                .toList();
        assertThat(hit).isSorted();
        for (Map<String, Object> item : items) {
            assertThat(item.get("exhausted_at") == null ? null : instant(item, "exhausted_at"))
                    .as("%s", item)
                    .satisfies(at -> assertIsAbout(at, expected(item)));
        }
        // Of those that last, the ones of which most is gone come first.
        List<Object> lasting = items.stream()
                .filter(item -> item.get("exhausted_at") == null)
                .map(item -> item.get("scope_id"))
                .toList();
        assertThat(lasting).containsSubsequence("held", "slow", "untouched").contains("endless");
    }

    @Test
    void oneScopeIsToldTheSame() {
        used("full", Period.DAY, "10", "10", "0");

        JsonPath one =
                Api.as(workspace, "viewer").get("/api/v1/spend/user/full").jsonPath();

        assertThat(one.getString("items[0].exhausted_at")).isEqualTo(one.getString("items[0].as_of"));
        assertThat(one.getString("items[1].exhausted_at")).isNull();
    }

    @Test
    void aRaiseLetsALimitLast() {
        used("full", Period.TOTAL, "10", "10", "0", raise(Period.TOTAL, "5", -60, 600));

        JsonPath list = list("");

        assertThat(list.getString("items[0].remaining")).isEqualTo("5");
        assertThat(list.getString("items[0].exhausted_at")).isNull();
    }

    @Test
    void pagesAndFilters() {
        for (String user : List.of("a", "b", "c")) {
            used(user, Period.DAY, "10", "1", "0");
        }
        String node = UUID.randomUUID().toString();
        LimitFixture.tell(
                workspace, Scope.NODE, node, 1, limit(Period.DAY, "1", "UTC"), limit(Period.MONTH, "2", "UTC"));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = list("?limit=2" + cursor);
            seen.addAll(page.getList("items.scope_id"));
            cursor = page.getString("next_cursor") == null ? "" : "&cursor=" + page.getString("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", node, node);
        Api.as(workspace, "viewer")
                .get("/api/v1/spend?scope=node")
                .then()
                .body("items.period", containsInAnyOrder("day", "month"));
        Api.as(TestWorkspace.fresh(), "admin").get("/api/v1/spend").then().body("items", empty());
        Api.as(workspace, "viewer").get("/api/v1/spend?cursor=LTE").then().statusCode(400);
    }

    @Test
    void whoseRoleIsForOneDomainSeesLimitsOfThat() {
        workspace.makeDomainGroups("app.example.com", "shop.example.com");
        LimitFixture.tell(workspace, Scope.DOMAIN, "app.example.com", 1, limit(Period.DAY, "1", "UTC"));
        LimitFixture.tell(workspace, Scope.DOMAIN, "shop.example.com", 1, limit(Period.DAY, "1", "UTC"));
        LimitFixture.tell(workspace, Scope.USER, "app.example.com", 1, limit(Period.DAY, "1", "UTC"));

        Api.with(workspace.domainToken("app.example.com", "viewer"), workspace)
                .get("/api/v1/spend")
                .then()
                .statusCode(200)
                .body("items.scope_id", contains("app.example.com"))
                .body("items.scope", contains("domain"));
    }

    private JsonPath list(String query) {
        return Api.as(workspace, "viewer")
                .get("/api/v1/spend" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /**
     * A limit of a user, and windows that agree with their ledger and their holds.
     *
     * @param spent today, and so in every period; null where nothing has been counted yet
     * @param held in the window of the limit
     */
    private void used(String user, Period period, String limit, @Nullable String spent, String held, Raise... raises) {
        LimitFixture.tell(workspace, Scope.USER, user, 1, List.of(raises), limit(period, limit, "UTC"));
        if (spent != null) {
            for (Period counted : ScopeLimits.PERIODS) {
                count(user, counted, new BigDecimal(spent), new BigDecimal(counted == period ? held : "0"));
            }
            Sql.update("""
                    insert into settled_request (workspace_id, request_id, admitted_at, revision, amount, estimated,
                                                 key_id, node_id, lease_id, user_name)
                    values (?, gen_random_uuid(), now(), 0, ?, false, gen_random_uuid(), gen_random_uuid(),
                            gen_random_uuid(), ?)
                    """, workspace.id(), new BigDecimal(spent), user);
        }
    }

    private void count(String user, Period period, BigDecimal spent, BigDecimal held) {
        OffsetDateTime today = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        OffsetDateTime start = switch (period) {
            case DAY -> today;
            case MONTH -> today.withDayOfMonth(1);
            case LEASE, TOTAL -> Instant.EPOCH.atOffset(ZoneOffset.UTC);
        };
        OffsetDateTime end = switch (period) {
            case DAY -> start.plusDays(1);
            case MONTH -> start.plusMonths(1);
            case LEASE, TOTAL -> null;
        };
        Sql.update("""
                with ours as (
                    insert into spend_window (workspace_id, scope, scope_id, period, window_start, window_end, spent, held)
                    values (?, 'user', ?, ?, ?, cast(? as timestamptz), ?, ?)
                    on conflict (workspace_id, scope, scope_id, period, window_start)
                        do update set spent = excluded.spent, held = excluded.held
                    returning *)
                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted, settled,
                                  returned, returned_told, closed)
                select workspace_id, scope, scope_id, period, window_start, gen_random_uuid(), held, 0, 0, 0, false
                from ours
                """, workspace.id(), user, period.wireName(), start, end, spent, held);
    }

    /** By the words of the API's description. */
    private static @Nullable Instant expected(Map<String, Object> item) {
        BigDecimal remaining = new BigDecimal((String) item.get("remaining"));
        Instant now = instant(item, "as_of");
        if (remaining.signum() == 0) {
            return now;
        }
        BigDecimal spent = new BigDecimal((String) item.get("spent"));
        if (item.get("window_end") == null || spent.signum() == 0) {
            return null;
        }
        long elapsed = Duration.between(instant(item, "window_start"), now).toMillis();
        BigDecimal ahead = remaining.multiply(BigDecimal.valueOf(elapsed)).divide(spent, MathContext.DECIMAL64);
        long left = Duration.between(now, instant(item, "window_end")).toMillis();
        return ahead.compareTo(BigDecimal.valueOf(left)) < 0 ? now.plusMillis(ahead.longValue()) : null;
    }

    private static void assertIsAbout(@Nullable Instant actual, @Nullable Instant expected) {
        if (actual == null || expected == null) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(50, ChronoUnit.MILLIS));
        }
    }

    private static Instant instant(Map<String, Object> item, String field) {
        return Instant.parse((String) item.get(field));
    }
}
