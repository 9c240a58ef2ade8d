package io.leasehold.distribution.settle;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.RequestFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.hold.Arbiter;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SettleConsumerTest {
    @Inject
    Arbiter arbiter;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyFixture key = aKey(workspace).told();
    private final UUID replica = UUID.randomUUID();

    @Test
    void aRequestIsSpentInEveryWindowItCountsIn() {
        JsonPath lease = lease("""
                {"provider":"anthropic","domain":"app.example.com","user":"jane"}
                """);

        request(lease).told("0.123456789");

        for (Period period : List.of(Period.DAY, Period.MONTH, Period.TOTAL)) {
            spend(Scope.KEY, key.id().toString(), period).becomes("0.123456789", "0", "0");
            spend(Scope.NODE, lease.getString("node_id"), period).becomes("0.123456789", "0", "0");
            spend(Scope.WORKSPACE, workspace.id().toString(), period).becomes("0.123456789", "0", "0");
            spend(Scope.DOMAIN, "app.example.com", period).becomes("0.123456789", "0", "0");
            spend(Scope.USER, "jane", period).becomes("0.123456789", "0", "0");
        }
        spend(Scope.LEASE, lease.getString("lease_id"), Period.LEASE).becomes("0.123456789", "0", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing \0 at all", "half a \ud83d pair"})
    void whateverAClientCallsAModelItsRequestIsSpent(String model) {
        aRequest(workspace).withKey(key.id()).model(model).told("0.2");

        keyTotal().becomes("0.2", "0", "0");
    }

    @Test
    void whatARequestCostLeavesItsSlice() {
        limitKey(1, "1", "UTC");
        WindowKey window = grant("0.5");

        aRequest(workspace).withKey(key.id()).admittedBy(replica, window).told("0.2");

        keyTotal().becomes("0.2", "0", "0.3");
        assertThat(keyTotal().text("remaining")).isEqualTo("0.5");
    }

    @Test
    void aRequestThatIsToldTwiceCountsOnce() {
        limitKey(1, "1", "UTC");
        WindowKey window = grant("0.5");
        RequestFixture request = aRequest(workspace).withKey(key.id()).admittedBy(replica, window);
        UUID eventId = UUID.randomUUID();

        request.told(eventId, "0.2");
        request.told(eventId, "0.2");
        // The gateway may repeat itself under another event id.
        request.told("0.2");
        aRequest(workspace).withKey(key.id()).told("0.01");

        keyTotal().becomes("0.21", "0", "0.3");
    }

    @Test
    void aHigherRevisionCountsTheDifferenceAndALowerOneNothing() {
        limitKey(1, "1", "UTC");
        WindowKey window = grant("0.5");
        RequestFixture request = aRequest(workspace).withKey(key.id()).admittedBy(replica, window);

        request.revision(2).told("0.2");
        keyTotal().becomes("0.2", "0", "0.3");
        request.revision(3).told("0.05");
        keyTotal().becomes("0.05", "0", "0.3");
        request.revision(1).told("0.9");
        aRequest(workspace).withKey(key.id()).told("0.01");

        keyTotal().becomes("0.06", "0", "0.3");
    }

    @Test
    void anUnknownCostSettlesAtTheReservationUntilItIsKnown() {
        limitKey(1, "1", "UTC");
        WindowKey window = grant("0.5");
        RequestFixture request = aRequest(workspace).withKey(key.id()).admittedBy(replica, window);

        request.toldWithoutCost("0.4");
        keyTotal().becomes("0.4", "0", "0.1");
        assertThat(Sql.one("select estimated from settled_request where key_id = ?", key.id()))
                .isEqualTo("t");
        request.revision(2).told("0.15");

        keyTotal().becomes("0.15", "0", "0.1");
    }

    @Test
    void aRequestCountsWhereItWasAdmittedHoweverLateItIsTold() {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);

        aRequest(workspace).withKey(key.id()).admittedAt(yesterday).told("0.7");
        aRequest(workspace).withKey(key.id()).told("0.1");

        keyTotal().becomes("0.8", "0", "0");
        spend(Scope.KEY, key.id().toString(), Period.DAY).becomes("0.1", "0", "0");
        assertThat(Sql.one(
                        "select spent from spend_window where scope_id = ? and period = 'day' and window_start = ?::timestamptz",
                        key.id().toString(),
                        yesterday.truncatedTo(ChronoUnit.DAYS).toString()))
                .isEqualTo("0.700000000");
    }

    @Test
    void whereADomainIsNotKnownHereYetTheSliceSaysWhichOneItIs() {
        JsonPath lease = lease("{\"provider\":\"anthropic\",\"domain\":\"app.example.com\"}");
        String domainId = UUID.randomUUID().toString();
        LimitFixture.tell(workspace, Scope.DOMAIN, domainId, 1, limit(Period.DAY, "1", "UTC"));
        WindowKey window = new WindowKey(
                workspace.id(),
                Scope.DOMAIN,
                domainId,
                Period.DAY,
                Instant.now().truncatedTo(ChronoUnit.DAYS));

        request(lease).admittedBy(replica, window).told("0.3");

        for (Period period : List.of(Period.DAY, Period.MONTH, Period.TOTAL)) {
            spend(Scope.DOMAIN, domainId, period).becomes("0.3", "0", "0");
        }
        spend(Scope.DOMAIN, "app.example.com", Period.TOTAL).becomes("0", "0", "0");
    }

    @Test
    void aLaterRevisionCountsWhereTheFirstOneDid() {
        JsonPath lease = lease("{\"provider\":\"anthropic\",\"domain\":\"app.example.com\"}");
        RequestFixture request = request(lease);
        request.told("0.3");
        spend(Scope.DOMAIN, "app.example.com", Period.TOTAL).becomes("0.3", "0", "0");
        Sql.update(
                "update workspace set domains = ?::jsonb where workspace_id = ?",
                "[{\"domain_id\":\"%s\",\"name\":\"app.example.com\",\"capture\":\"metadata\"}]"
                        .formatted(UUID.randomUUID()),
                workspace.id());

        request.revision(2).told("0.1");

        spend(Scope.DOMAIN, "app.example.com", Period.TOTAL).becomes("0.1", "0", "0");
    }

    @Test
    void aRequestFromBeforeTheLedgerIsPutAsideAsItMayHaveBeenCounted() {
        aRequest(workspace)
                .withKey(key.id())
                .admittedAt(Instant.now().minus(41, ChronoUnit.DAYS))
                .revision(2)
                .told("0.5");
        aRequest(workspace).withKey(key.id()).told("0.1");

        keyTotal().becomes("0.1", "0", "0");
    }

    @Test
    void aRequestThatCannotBeCountedIsPutAsideAndTheOthersAreCounted() {
        aRequest(workspace).withKey(key.id()).told("0.1");
        aRequest(workspace).withKey(key.id()).told("-5");
        aRequest(workspace).withKey(key.id()).told("0.2");

        keyTotal().becomes("0.3", "0", "0");
    }

    @Test
    void aLimitInAnotherZoneBeginsWithWhatWasSpentInItsDay() {
        Instant now = Instant.now();
        aRequest(workspace).withKey(key.id()).admittedAt(now).told("0.4");
        aRequest(workspace)
                .withKey(key.id())
                .admittedAt(now.minus(2, ChronoUnit.DAYS))
                .told("5");
        keyTotal().becomes("5.4", "0", "0");

        limitKey(1, "1", "Pacific/Auckland");

        SpendOf day = spend(Scope.KEY, key.id().toString(), Period.DAY);
        day.becomes("0.4", "0", "0");
        assertThat(day.text("limit")).isEqualTo("1");
        aRequest(workspace).withKey(key.id()).admittedAt(now).told("0.1");
        day.becomes("0.5", "0", "0");
    }

    @Test
    void windowsAreToldWithTheirVersionRising() {
        aRequest(workspace).withKey(key.id()).told("0.1");
        keyTotal().becomes("0.1", "0", "0");
        aRequest(workspace).withKey(key.id()).told("0.2");
        String total = "%s:key:%s:total:".formatted(workspace.id(), key.id());

        List<SpendView> told = Events.await(
                        Topic.SPEND,
                        1,
                        event -> event.key().startsWith(total)
                                && event.data() instanceof SpendView view
                                && view.spent().compareTo(new BigDecimal("0.3")) == 0)
                .stream()
                .map(event -> (SpendView) event.data())
                .toList();

        assertThat(told.getFirst().version()).isGreaterThan(1);
        assertThat(told.getFirst().held()).isEqualByComparingTo("0");
    }

    @Test
    void aNodeWhoseRequestsComeInIsHeardOf() {
        JsonPath lease = lease("{\"provider\":\"anthropic\"}");
        UUID nodeId = UUID.fromString(lease.getString("node_id"));
        Sql.update("update node set state = 'lost' where node_id = ?", nodeId);
        Sql.update("update node set last_seen_at = now() - interval '1 hour' where node_id = ?", nodeId);

        request(lease).told("0.1");

        Await.untilAsserted(() -> assertThat(Sql.one("select state from node where node_id = ?", nodeId))
                .isEqualTo("enrolled"));
    }

    private SpendOf keyTotal() {
        return spend(Scope.KEY, key.id().toString(), Period.TOTAL);
    }

    private SpendOf spend(Scope scope, String scopeId, Period period) {
        return new SpendOf(workspace, scope, scopeId, period);
    }

    private void limitKey(long version, String amount, String zone) {
        LimitFixture.tell(
                workspace,
                Scope.KEY,
                key.id().toString(),
                version,
                limit(Period.TOTAL, amount, zone),
                limit(Period.DAY, amount, zone));
    }

    private WindowKey grant(String need) {
        Ask ask = new Ask(
                workspace.id(),
                Scope.KEY,
                key.id().toString(),
                Period.TOTAL,
                Instant.now(),
                new BigDecimal(need),
                BigDecimal.ZERO);
        return arbiter.grant(new GrantRequest(replica, List.of(ask)))
                .slices()
                .getFirst()
                .window();
    }

    private JsonPath lease(String body) {
        return Api.asNode(workspace, "node-1")
                .body(body)
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private RequestFixture request(JsonPath lease) {
        return aRequest(workspace)
                .ofLease(lease.getString("lease_id"))
                .ofNode(lease.getString("node_id"))
                .withKey(key.id());
    }
}
