package io.leasehold.distribution.spend;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.RequestFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.hold.Arbiter;
import io.leasehold.distribution.lease.SecretWriter;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nodes spend with keys that they hold themselves, as the provider tells it. */
@QuarkusTest
class DirectUseTest {
    @Inject
    Arbiter arbiter;

    /** A day of the provider's that now is in the middle of, whenever this runs. */
    private final Instant now = Instant.now();

    private final Instant from = now.minus(Duration.ofHours(12));
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void whatNobodyToldCountsAsSpent() {
        KeyFixture key = limited(aKey(workspace).direct());
        RequestFixture.aRequest(workspace)
                .withKey(key.id())
                .admittedAt(now.minusSeconds(60))
                .told("2");
        spend(key).becomes("2", "0", "0");

        bill(key, "8", now.minusSeconds(1));

        // Six were told by nobody, and a little has come since at that pace.
        Await.untilAsserted(() -> assertThat(amount(key, "direct")).isBetween(usd("6"), usd("6.1")));
        assertThat(amount(key, "remaining")).isBetween(usd("1.9"), usd("2"));
        assertThat(Instant.parse(Objects.requireNonNull(spend(key).text("direct_as_of"))))
                .isBetween(now.minusSeconds(2), now);
    }

    @Test
    void aLaterFigureTakesTheEarlierOnesPlaceAndAnOlderOneChangesNothing() {
        KeyFixture key = limited(aKey(workspace).direct());
        bill(key, "6", now.minusSeconds(600));
        Await.untilAsserted(() -> assertThat(amount(key, "direct")).isBetween(usd("6"), usd("6.3")));

        bill(key, "3", now.minusSeconds(300));
        bill(key, "9", now.minusSeconds(900));

        Await.untilAsserted(() -> assertThat(amount(key, "direct")).isEqualByComparingTo("3"));
    }

    @Test
    void nothingIsLentOfWhatIsUsedAlready() {
        KeyFixture key = limited(aKey(workspace).direct());
        bill(key, "6", now);
        Await.untilAsserted(() -> assertThat(amount(key, "direct")).isGreaterThanOrEqualTo(usd("6")));

        assertThat(grant(key, "4.5").refused()).isTrue();
        assertThat(grant(key, "3.9").refused()).isFalse();
    }

    @Test
    void aLimitThatIsSetAfterwardsKnowsOfIt() {
        KeyFixture key = aKey(workspace).direct().told();
        bill(key, "6", now);
        Await.untilAsserted(() -> assertThat(spend(key).text("direct")).isNotNull());

        limited(key);

        assertThat(grant(key, "4.5").refused()).isTrue();
    }

    @Test
    void atTheLimitLessAMarginTheKeyIsLeasedNoMore() {
        KeyFixture key = limited(aKey(workspace).direct());
        ask("node-1", "{\"provider\":\"anthropic\"}").statusCode(201);

        bill(key, "9.6", now);

        Await.untilAsserted(() -> ask("node-2", "{\"provider\":\"anthropic\"}")
                .statusCode(409)
                .body("reason", equalTo("exhausted")));
    }

    @Test
    void whoHoldsTheKeyIsToldOnce() {
        KeyFixture key = limited(aKey(workspace).direct());
        SecretWriter.write(workspace.id(), key.id(), "sk-ant-first-secret-1");
        String node = ask("node-1", "{\"provider\":\"anthropic\",\"mode\":\"direct\",\"spend_limit\":\"1\"}")
                .statusCode(201)
                .extract()
                .path("node_id");

        bill(key, "30", now.minusSeconds(60));
        bill(key, "31", now);

        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select string_agg(data ->> 'period', ',') from notice where node_id = ? and kind = 'limit_reached'",
                        UUID.fromString(node)))
                .isEqualTo("total"));
    }

    @Test
    void whatADirectLeaseHoldsIsThereForIt() {
        KeyFixture key = limited(aKey(workspace).direct());
        SecretWriter.write(workspace.id(), key.id(), "sk-ant-first-secret-1");
        ask("node-1", "{\"provider\":\"anthropic\",\"mode\":\"direct\",\"spend_limit\":\"5\"}")
                .statusCode(201);
        spend(key).becomes("0", "0", "5");

        bill(key, "3", now);

        Await.untilAsserted(() -> assertThat(amount(key, "direct")).isBetween(usd("3"), usd("3.1")));
        assertThat(amount(key, "remaining")).isEqualByComparingTo("5");
    }

    @Test
    void aKeyThatNodesMayNotHoldIsCountedByWhatGatewaysTell() {
        KeyFixture held = limited(aKey(workspace).direct());
        KeyFixture other = limited(aKey(workspace));

        bill(other, "9.9", now);
        bill(held, "1", now);

        Await.untilAsserted(() -> assertThat(amount(held, "direct")).isGreaterThanOrEqualTo(usd("1")));
        assertThat(spend(other).text("direct")).isNull();
        assertThat(amount(other, "remaining")).isEqualByComparingTo("10");
    }

    private Slice grant(KeyFixture key, String need) {
        Ask ask = new Ask(
                workspace.id(),
                Scope.KEY,
                key.id().toString(),
                Period.TOTAL,
                Instant.now(),
                usd(need),
                BigDecimal.ZERO);
        return arbiter.grant(new GrantRequest(UUID.randomUUID(), List.of(ask)))
                .slices()
                .getFirst();
    }

    private KeyFixture limited(KeyFixture key) {
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.TOTAL, "10", "UTC"));
        return key.told();
    }

    private void bill(KeyFixture key, String amount, Instant asOf) {
        UUID account = UUID.fromString(
                Objects.requireNonNull(Sql.one("select account_id from pool_key where key_id = ?", key.id())));
        Events.publish(
                EventType.COST_REPORTED,
                new CostReported(
                        account,
                        workspace.id(),
                        "anthropic",
                        from,
                        from.plus(Duration.ofDays(1)),
                        List.of(
                                new CostReported.Line(key.id(), "apikey_1", "claude", usd(amount), "USD", null),
                                new CostReported.Line(key.id(), "apikey_1", "claude", usd("100"), "EUR", null)),
                        false,
                        asOf));
    }

    private ValidatableResponse ask(String node, String body) {
        return Api.asNode(workspace, node).body(body).post("/api/v1/leases").then();
    }

    private SpendOf spend(KeyFixture key) {
        return new SpendOf(workspace, Scope.KEY, key.id().toString(), Period.TOTAL);
    }

    private BigDecimal amount(KeyFixture key, String field) {
        return usd(Objects.requireNonNull(spend(key).text(field)));
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
