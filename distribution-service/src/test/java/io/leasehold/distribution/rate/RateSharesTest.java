package io.leasehold.distribution.rate;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.hold.Arbiter;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RateSharesTest {
    @Inject
    Arbiter arbiter;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String keyId = UUID.randomUUID().toString();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void aShareIsNoMoreThanItsReplicaWantsAndTheLimitLeaves() {
        limitKey(1, 60);

        GrantAnswer.Share first = ask(one, 0, 40);
        GrantAnswer.Share second = ask(other, 0, 40);

        assertThat(first.limit()).isEqualTo(60);
        assertThat(first.granted()).isEqualTo(40);
        assertThat(second.granted()).isEqualTo(20);
        assertThat(second.keep()).isEqualTo(30);
    }

    @Test
    void anAskThatIsRepeatedGrantsNothingTwice() {
        limitKey(1, 60);
        ask(one, 0, 10);

        assertThat(ask(one, 0, 10).granted()).isEqualTo(10);
    }

    @Test
    void aShareIsGivenToAnotherOnceItWasConfirmedAsGivenUp() {
        limitKey(1, 60);
        ask(one, 0, 60);
        assertThat(ask(other, 0, 60).granted()).isZero();

        GrantAnswer.Share told = ask(one, 0, 60);
        assertThat(told.keep()).isEqualTo(30);
        assertThat(ask(other, 0, 60).granted()).isZero();

        ask(one, 30, 60);
        assertThat(ask(other, 0, 60).granted()).isEqualTo(30);
    }

    @Test
    void aLoweredLimitIsToldAndKeptOnceItIsConfirmed() {
        limitKey(1, 60);
        ask(one, 0, 60);

        limitKey(2, 10);

        assertThat(ask(other, 0, 10).granted()).isZero();
        assertThat(ask(one, 0, 60).keep()).isEqualTo(5);
        ask(one, 55, 60);
        assertThat(ask(other, 0, 10).granted()).isEqualTo(5);
    }

    @Test
    void whatASilentReplicaHasIsFreeAfterItsTermTheMarginAndAMinute() {
        limitKey(1, 60);
        ask(one, 0, 60);

        silent(one, 134);
        assertThat(ask(other, 0, 60).granted()).isZero();
        silent(one, 136);
        assertThat(ask(other, 0, 60).granted()).isEqualTo(60);
        // Should it be heard of under the same id after all, it has nothing that counts.
        assertThat(ask(one, 10, 60).granted()).isZero();
    }

    @Test
    void withoutALimitNoPermitIsNeeded() {
        GrantAnswer.Share share = ask(one, 0, 5);

        assertThat(share.limit()).isNull();
        assertThat(share.granted()).isZero();
    }

    @Test
    void aLeaseIsLimitedAsItWasAskedForUntilItEnds() {
        aKey(workspace).told();
        String lease = Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\",\"rates\":{\"requests_per_minute\":30,\"concurrent_requests\":2}}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("lease_id");

        assertThat(ask(Scope.LEASE, lease, RateMeasure.REQUESTS_PER_MINUTE, one, 0, 100)
                        .granted())
                .isEqualTo(30);
        assertThat(ask(Scope.LEASE, lease, RateMeasure.CONCURRENT_REQUESTS, one, 0, 100)
                        .granted())
                .isEqualTo(2);
        assertThat(ask(Scope.LEASE, lease, RateMeasure.TOKENS_PER_MINUTE, one, 0, 100)
                        .limit())
                .isNull();

        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");
        assertThat(ask(Scope.LEASE, lease, RateMeasure.REQUESTS_PER_MINUTE, other, 0, 100)
                        .granted())
                .isZero();
    }

    @Test
    void manyThreadsNeverGetMoreThanTheLimit() throws Exception {
        limitKey(1, 100);
        List<UUID> shares = Stream.generate(UUID::randomUUID).limit(5).toList();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            UUID mine = shares.get(i % shares.size());
            long want = 1 + i % 60;
            threads.add(Thread.ofVirtual().start(() -> ask(mine, want % 7, want)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(Long.parseLong(Sql.one("select sum(granted - returned) from rate_share where scope_id = ?", keyId)))
                .isBetween(50L, 100L);
    }

    @Test
    void callsThatLockTheSameLimitsInAnyOrderDoNotWaitForEachOtherInACircle() throws Exception {
        List<String> scopes = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> mine = i % 2 == 0 ? scopes : scopes.reversed();
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    arbiter.grant(new GrantRequest(
                            UUID.randomUUID(),
                            List.of(),
                            mine.stream()
                                    .map(id -> shareAsk(
                                            Scope.NODE, id, RateMeasure.REQUESTS_PER_MINUTE, UUID.randomUUID(), 0, 5))
                                    .toList()));
                } catch (RuntimeException failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"want\":-1", "\"returned\":-1", "\"need\":9007199254740993", "\"scope\":\"lease\""})
    void whatIsNoProperAskIsRefused(String wrong) {
        String field = wrong.substring(0, wrong.indexOf(':'));
        String ask = """
                {"share_id":"%s","workspace_id":"%s","scope":"key","scope_id":"five","measure":"requests_per_minute",
                 "returned":0,"need":0,"want":1}
                """.formatted(one, workspace.id()).replaceAll(field + ":(\"key\"|\\d+)", wrong);

        Api.asService("gateway")
                .body("{\"replica\":\"%s\",\"asks\":[],\"shares\":[%s]}".formatted(UUID.randomUUID(), ask))
                .post("/internal/v1/holds/grant")
                .then()
                .statusCode(400);
    }

    /** As if nobody had told of a share for that long. */
    private static void silent(UUID share, int seconds) {
        Sql.update(
                "update rate_share set told_at = now() - make_interval(secs => ?) where share_id = ?", seconds, share);
    }

    private void limitKey(long version, long requestsPerMinute) {
        LimitFixture.tellRates(workspace, Scope.KEY, keyId, version, new RateLimits(requestsPerMinute, null, null));
    }

    private GrantAnswer.Share ask(UUID share, long returned, long want) {
        return ask(Scope.KEY, keyId, RateMeasure.REQUESTS_PER_MINUTE, share, returned, want);
    }

    private GrantAnswer.Share ask(
            Scope scope, String scopeId, RateMeasure measure, UUID share, long returned, long want) {
        return arbiter.grant(new GrantRequest(
                        UUID.randomUUID(),
                        List.of(),
                        List.of(shareAsk(scope, scopeId, measure, share, returned, want))))
                .shares()
                .getFirst();
    }

    private ShareAsk shareAsk(Scope scope, String scopeId, RateMeasure measure, UUID share, long returned, long want) {
        return new ShareAsk(share, workspace.id(), scope, scopeId, measure, returned, 0, want);
    }
}
