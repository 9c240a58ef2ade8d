package io.leasehold.distribution.hold;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.RequestFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lost replica had set aside, and somebody knows not to be spent. */
@QuarkusTest
class PresumedTest {
    @Inject
    Arbiter arbiter;

    @Inject
    LostReplicas lost;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID keyId = UUID.randomUUID();
    private final UUID replica = UUID.randomUUID();

    private void loseAReplica() {
        aKey(workspace).withId(keyId).told();
        LimitFixture.tell(workspace, Scope.KEY, keyId.toString(), 1, limit(Period.TOTAL, "1", "UTC"));
        grant(replica, "0.6");
        wasHeardOfBefore("20 minutes");
        // By itself it would be looked for in a few seconds.
        lost.close();
        spend().becomes("0", "0.6", "0");
    }

    private void wasHeardOfBefore(String time) {
        Sql.update("update replica set renewed_at = now() - cast(? as interval) where replica = ?", time, replica);
    }

    @Test
    void whatAGatewayMayStillBeSpendingThatIsCutOffIsNotReleased() {
        loseAReplica();
        wasHeardOfBefore("15 minutes");

        release("{\"period\":\"total\",\"reason\":\"haste\"}")
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:wrong-state"));
        spend().becomes("0", "0.6", "0");
    }

    @Test
    void whatIsReleasedCanBeGrantedAgain() {
        loseAReplica();
        assertThat(grant(UUID.randomUUID(), "0.5").refused()).isTrue();

        release("{\"period\":\"total\",\"amount\":\"0.2\",\"reason\":\"not billed\"}")
                .statusCode(200)
                .body("released", equalTo("0.2"))
                .body("presumed", equalTo("0.4"));

        assertThat(grant(UUID.randomUUID(), "0.5").refused()).isFalse();
        spend().becomes("0", "0.4", "0.5");
    }

    @Test
    void allOfItIsReleasedOnceHoweverOftenAndByHowManyItIsAsked() throws Exception {
        loseAReplica();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<BigDecimal>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> released("{\"period\":\"total\",\"reason\":\"not billed\"}")))
                    .toList();
            BigDecimal sum = BigDecimal.ZERO;
            for (Future<BigDecimal> answer : answers) {
                sum = sum.add(answer.get());
            }
            assertThat(sum).isEqualByComparingTo("0.6");
        }
        spend().becomes("0", "0", "0");
    }

    @Test
    void aRequestThatIsToldAfterwardsCountsInFull() {
        loseAReplica();
        released("{\"period\":\"total\",\"reason\":\"not billed\"}");

        RequestFixture.aRequest(workspace)
                .withKey(keyId)
                .admittedBy(replica, grant(UUID.randomUUID(), "0").window())
                .told("0.3");

        spend().becomes("0.3", "0", "0");
    }

    @Test
    void itIsAudited() {
        loseAReplica();
        released("{\"period\":\"total\",\"amount\":\"0.1\",\"reason\":\"not billed\"}");

        Events.await(
                Topic.AUDIT,
                1,
                event -> event.data() instanceof AuditEntry entry
                        && entry.workspaceId().equals(workspace.id())
                        && entry.action().equals("spend.release")
                        && keyId.toString().equals(entry.target())
                        && "0.1".equals(entry.details().get("released"))
                        && "not billed".equals(entry.details().get("reason")));
    }

    @Test
    void anotherWorkspacesWindowIsNotThere() {
        loseAReplica();
        TestWorkspace other = TestWorkspace.fresh();

        Api.as(other, "admin")
                .body("{\"period\":\"total\",\"reason\":\"greed\"}")
                .post(path())
                .then()
                .statusCode(404);
        spend().becomes("0", "0.6", "0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"period\":\"total\"}",
                "{\"period\":\"total\",\"reason\":\" \"}",
                "{\"period\":\"total\",\"reason\":\"r\",\"amount\":\"0\"}",
                "{\"period\":\"total\",\"reason\":\"r\",\"amount\":\"-1\"}",
                "{\"period\":\"total\",\"reason\":\"r\",\"amount\":\"0.0000000001\"}",
                "{\"period\":\"year\",\"reason\":\"r\"}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        release(body).statusCode(400);
    }

    @Test
    void aWindowThatNeverWasIsNotFound() {
        release("{\"period\":\"day\",\"window_start\":\"2020-01-01T00:00:00Z\",\"reason\":\"r\"}")
                .statusCode(404);
    }

    private BigDecimal released(String body) {
        return new BigDecimal(release(body).statusCode(200).extract().<String>path("released"));
    }

    private ValidatableResponse release(String body) {
        return Api.as(workspace, "admin").body(body).post(path()).then();
    }

    private String path() {
        return "/api/v1/spend/key/" + keyId + "/presumed/release";
    }

    private Slice grant(UUID who, String need) {
        Ask ask = new Ask(
                workspace.id(),
                Scope.KEY,
                keyId.toString(),
                Period.TOTAL,
                Instant.now(),
                new BigDecimal(need),
                BigDecimal.ZERO);
        return arbiter.grant(new GrantRequest(who, List.of(ask))).slices().getFirst();
    }

    private SpendOf spend() {
        return new SpendOf(workspace, Scope.KEY, keyId.toString(), Period.TOTAL);
    }
}
