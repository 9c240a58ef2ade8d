package io.leasehold.analytics.credit;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.analytics.Ingest;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.HoldCredited;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What bills say of money that is presumed spent. */
@QuarkusTest
class CreditRunnerTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** The last day whose bill is what it will stay. */
    private static final Instant UNTIL = Instant.now().minus(Duration.ofDays(8)).truncatedTo(ChronoUnit.DAYS);

    private static final Instant FROM = UNTIL.minus(DAY.multipliedBy(3));

    @Inject
    CreditRunner runner;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID account = Ids.next();
    private final UUID key = Ids.next();

    @Test
    void whatIsPresumedAndNotBilledIsCreditedOnce() {
        keyIs("apikey_1", false);
        Ingest.requests(workspace, List.of(request("2", FROM.plus(Duration.ofHours(5)))));
        wasBilled("1", "1", "0.25");
        isPresumed("0.6", 1);

        runner.run();
        runner.run();

        HoldCredited told = told(1).getLast();
        assertThat(told.credited()).isEqualByComparingTo("0.35");
        assertThat(told.billed()).isEqualByComparingTo("2.25");
        assertThat(told.billedFrom()).isEqualTo(FROM);
        assertThat(told.billedUntil()).isEqualTo(UNTIL);
        assertThat(credited()).isEqualTo("0.350000000");
    }

    @Test
    void whatRequestsOfTheLastHoursDidCostMayBeOnTheNextBill() {
        keyIs("apikey_1", false);
        Ingest.requests(workspace, List.of(request("2", UNTIL.minus(Duration.ofMinutes(30)))));
        wasBilled("0", "0", "0.25");
        isPresumed("0.6", 1);

        runner.run();

        assertThat(told(1).getLast().credited()).isEqualByComparingTo("0.35");
    }

    @Test
    void aDayWithoutAFinalBillCreditsNothing() {
        keyIs("apikey_1", false);
        wasBilled("0", "0");
        report(2, false, "0");
        isPresumed("0.6", 1);

        runner.run();

        assertThat(credited()).isEqualTo("0.000000000");
    }

    @Test
    void aKeyThatNoBillNamesIsNotCredited() {
        keyIs(null, false);
        wasBilled("0", "0", "0");
        isPresumed("0.6", 1);

        runner.run();

        assertThat(credited()).isEqualTo("0.000000000");
    }

    @Test
    void aKeyThatNodesMayHaveIsNotCredited() {
        keyIs("apikey_1", true);
        wasBilled("0", "0", "0");
        isPresumed("0.6", 1);

        runner.run();

        assertThat(credited()).isEqualTo("0.000000000");
    }

    @Test
    void whatNamesNoKeyMayBeThisOnes() {
        keyIs("apikey_1", false);
        wasBilled("0", "0", "0");
        Events.publish(
                EventType.COST_REPORTED,
                costs(0, true, List.of(new CostReported.Line(null, null, null, usd("0.5"), "USD", "Fees"))));
        isPresumed("0.6", 1);
        Await.untilAsserted(() -> assertThat(one(
                        "select count(*) from provider_cost_line where account_id = ? " + "and provider_key_id is null",
                        account))
                .isEqualTo("1"));

        runner.run();

        assertThat(told(1).getLast().credited()).isEqualByComparingTo("0.1");
    }

    private List<HoldCredited> told(int count) {
        return Events.await(
                        Topic.CREDITS,
                        count,
                        event -> event.data() instanceof HoldCredited credit
                                && credit.scopeId().equals(key.toString()))
                .stream()
                .map(event -> (HoldCredited) event.data())
                .toList();
    }

    private RequestCompleted request(String cost, Instant at) {
        return aRequest(workspace.id()).key(account, key).at(at).cost(cost).build();
    }

    /** On the days from the first one on. */
    private void wasBilled(String... amounts) {
        IntStream.range(0, amounts.length).forEach(day -> report(day, true, amounts[day]));
        Await.untilAsserted(() -> assertThat(one("select count(*) from provider_cost where account_id = ?", account))
                .isEqualTo(Integer.toString(amounts.length)));
    }

    private void report(int day, boolean complete, String amount) {
        Events.publish(
                EventType.COST_REPORTED,
                costs(
                        day,
                        complete,
                        List.of(
                                new CostReported.Line(key, "apikey_1", "claude-opus-5", usd(amount), "USD", "Input"),
                                new CostReported.Line(null, "another", "claude-opus-5", usd("7"), "USD", "Input"))));
    }

    private CostReported costs(int day, boolean complete, List<CostReported.Line> lines) {
        Instant from = FROM.plus(DAY.multipliedBy(day));
        return new CostReported(
                account,
                workspace.id(),
                "openai",
                from,
                from.plus(DAY),
                lines,
                complete,
                from.plus(DAY.multipliedBy(2)),
                true,
                null);
    }

    private void keyIs(@Nullable String providerKeyId, boolean directAllowed) {
        Events.publish(
                EventType.KEY_ADDED,
                new KeyView(
                        key,
                        workspace.id(),
                        account,
                        "openai",
                        "key-" + key,
                        KeyState.ACTIVE,
                        "sk-…9fQ2",
                        "9fQ2",
                        null,
                        providerKeyId,
                        1,
                        directAllowed,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        1,
                        FROM.minus(DAY),
                        FROM.minus(DAY)));
        Await.untilAsserted(() -> assertThat(one("select count(*) from credit_key where key_id = ?", key))
                .isEqualTo("1"));
    }

    private void isPresumed(String amount, long version) {
        Events.publish(
                EventType.SPEND_CHANGED,
                new SpendView(
                        workspace.id(),
                        Scope.KEY,
                        key.toString(),
                        Period.TOTAL,
                        Instant.EPOCH,
                        null,
                        usd("5"),
                        usd("2"),
                        usd(amount),
                        BigDecimal.ZERO,
                        version,
                        Instant.now()));
        Await.untilAsserted(() -> assertThat(one("select version from credit_window where key_id = ?", key))
                .isEqualTo(Long.toString(version)));
    }

    private @Nullable String credited() {
        return one("select credited from credit_window where key_id = ?", key);
    }

    private static @Nullable String one(String query, UUID id) {
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
