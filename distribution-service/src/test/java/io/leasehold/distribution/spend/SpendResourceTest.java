package io.leasehold.distribution.spend;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.LimitFixture.raise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SpendResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aKeyThatSpentNothingHasAllItsWindowsAtZero() {
        KeyFixture key = aKey(workspace).told();
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.DAY, "10.50", "Asia/Kolkata"));

        Api.as(workspace, "viewer")
                .get("/api/v1/spend/key/" + key.id())
                .then()
                .statusCode(200)
                .body("items.period", contains("day", "month", "total"))
                .body("items.spent", everyItem(equalTo("0")))
                .body("items[0].limit", equalTo("10.5"))
                .body("items[0].remaining", equalTo("10.5"))
                .body("items[0].window_start", endsWith("T18:30:00Z"))
                .body("items[1].limit", nullValue())
                .body("items[1].remaining", nullValue())
                .body("items[2].window_end", nullValue())
                .body("items.as_of", everyItem(notNullValue()));
    }

    @Test
    void whatIsLeftIncludesRaisesInForce() {
        KeyFixture key = aKey(workspace).told();
        LimitFixture.tell(
                workspace,
                Scope.KEY,
                key.id().toString(),
                1,
                List.of(raise(Period.DAY, "2.5", -60, 60), raise(Period.DAY, "100", 60, 120)),
                limit(Period.DAY, "10", "UTC"));

        Api.as(workspace, "viewer")
                .get("/api/v1/spend/key/" + key.id())
                .then()
                .body("items.raised", contains("2.5", "0", "0"))
                .body("items[0].limit", equalTo("10"))
                .body("items[0].remaining", equalTo("12.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "key,       0199f000-0000-7000-8000-000000000001",
        "node,      0199f000-0000-7000-8000-000000000001",
        "lease,     0199f000-0000-7000-8000-000000000001",
        "workspace, 0199f000-0000-7000-8000-000000000001",
        "key,       five",
        "planet,    earth",
    })
    void whatIsNotThereIsNotFound(String scope, String id) {
        Api.as(workspace, "viewer")
                .get("/api/v1/spend/" + scope + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void anotherWorkspacesKeyIsNotFound() {
        KeyFixture key = aKey(workspace).told();

        Api.as(TestWorkspace.fresh(), "admin")
                .get("/api/v1/spend/key/" + key.id())
                .then()
                .statusCode(404);
    }

    @Test
    void anOlderLimitDoesNotReplaceANewerOne() {
        KeyFixture key = aKey(workspace).told();
        String id = key.id().toString();
        LimitFixture.tell(workspace, Scope.KEY, id, 2, limit(Period.TOTAL, "2", "UTC"));

        Events.publish(
                EventType.LIMITS_CHANGED,
                new LimitsView(
                        workspace.id(), Scope.KEY, id, List.of(limit(Period.TOTAL, "1", "UTC")), 1, Instant.now()));
        LimitFixture.tell(workspace, Scope.KEY, id, 3, limit(Period.DAY, "3", "UTC"));

        Api.as(workspace, "viewer")
                .get("/api/v1/spend/key/" + id)
                .then()
                .body("items.limit", contains(equalTo("3"), nullValue(), nullValue()));
    }

    @Test
    void aLimitInAZoneThatDoesNotExistIsPutAsideAndTheNextOneIsTakenIn() {
        KeyFixture key = aKey(workspace).told();
        String id = key.id().toString();

        Events.publish(
                EventType.LIMITS_CHANGED,
                new LimitsView(
                        workspace.id(),
                        Scope.KEY,
                        id,
                        List.of(limit(Period.DAY, "1", "Mars/Olympus")),
                        1,
                        Instant.now()));
        LimitFixture.tell(workspace, Scope.KEY, id, 2, limit(Period.DAY, "3", "UTC"));

        Await.untilAsserted(
                () -> assertThat(Sql.one("select amount from scope_limit where scope_id = ? and period = 'day'", id))
                        .isEqualTo("3.000000000"));
    }

    @Test
    void aUserMayBeAskedForByAnyName() {
        Api.as(workspace, "viewer")
                .get("/api/v1/spend/user/jane@example.com")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3));
    }
}
