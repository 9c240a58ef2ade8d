package io.leasehold.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import io.leasehold.gateway.world.FakeArbiter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Time stands still unless the test moves it. */
class SharesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final UUID workspace = UUID.randomUUID();
    private final RateId requests = rate(RateMeasure.REQUESTS_PER_MINUTE);
    private final RateId tokens = rate(RateMeasure.TOKENS_PER_MINUTE);
    private final RateId underWay = rate(RateMeasure.CONCURRENT_REQUESTS);
    private final FakeArbiter arbiter = new FakeArbiter();
    private long now;
    private final Shares shares = new Shares(() -> now);

    private RateId rate(RateMeasure measure) {
        return new RateId(workspace, Scope.KEY, "key", measure);
    }

    @Test
    void thereIsNothingToTakeBeforeTheArbiterHasSpoken() {
        assertThat(shares.tryTake(List.of(requests), 0, now)).isNull();
        assertThat(shares.reached(List.of(requests), 0, now)).isNull();
    }

    @Test
    void noMoreRequestsThanTheLimitPassWithinAMinute() {
        arbiter.limitRate("key", RateMeasure.REQUESTS_PER_MINUTE, 5);

        assertThat(pass(20, 0, requests)).isEqualTo(5);
        now += 59 * SECOND;
        assertThat(pass(20, 0, requests)).isZero();
        now += 2 * SECOND;
        assertThat(pass(20, 0, requests)).isEqualTo(5);
    }

    @Test
    void aRefusalSaysWhichLimitAndWhenToTryAgain() {
        arbiter.limitRate("key", RateMeasure.REQUESTS_PER_MINUTE, 5);
        pass(20, 0, requests);
        now += 40 * SECOND;
        assertThat(take(0, requests)).isNull();

        RateReached reached = Objects.requireNonNull(shares.reached(List.of(requests), 0, now));

        assertThat(reached.rate()).isEqualTo(requests);
        assertThat(reached.limit()).isEqualTo(5);
        assertThat(reached.retryAfter()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    }

    @Test
    void tokensCountAsTheyAreUsedOnceTheRequestIsOver() {
        arbiter.limitRate("key", RateMeasure.TOKENS_PER_MINUTE, 1_000);
        Taken first = Objects.requireNonNull(take(900, tokens));
        assertThat(take(200, tokens)).isNull();

        first.end(100);

        assertThat(take(900, tokens)).isNotNull();
        assertThat(take(1, tokens)).isNull();
    }

    @Test
    void moreTokensThanWereSetAsideCountToo() {
        arbiter.limitRate("key", RateMeasure.TOKENS_PER_MINUTE, 1_000);
        Objects.requireNonNull(take(100, tokens)).end(950);

        assertThat(take(51, tokens)).isNull();
        assertThat(take(50, tokens)).isNotNull();
    }

    @Test
    void aRequestThatIsLargerThanTheLimitNeverPasses() {
        arbiter.limitRate("key", RateMeasure.TOKENS_PER_MINUTE, 1_000);

        assertThat(take(1_001, tokens)).isNull();

        assertThat(shares.reached(List.of(tokens), 1_001, now)).isEqualTo(new RateReached(tokens, 1_000, 1_001, null));
    }

    @Test
    void aRequestIsUnderWayUntilItIsOverHoweverItEnds() {
        arbiter.limitRate("key", RateMeasure.CONCURRENT_REQUESTS, 2);
        Taken first = Objects.requireNonNull(take(0, underWay));
        Taken second = Objects.requireNonNull(take(0, underWay));
        now += 50 * SECOND;
        assertThat(take(0, underWay)).isNull();

        first.end(0);
        second.undo();

        assertThat(pass(5, 0, underWay)).isEqualTo(2);
    }

    @Test
    void whatOneLimitHasNoRoomForTakesNothingOfTheOthers() {
        arbiter.limitRate("key", RateMeasure.REQUESTS_PER_MINUTE, 2);
        arbiter.limitRate("key", RateMeasure.TOKENS_PER_MINUTE, 1_000);
        take(1_000, tokens);

        assertThat(take(10, requests, tokens)).isNull();

        assertThat(pass(5, 0, requests)).isEqualTo(2);
    }

    @Test
    void aRequestThatWasNeverSentCountsForNothing() {
        arbiter.limitRate("key", RateMeasure.REQUESTS_PER_MINUTE, 1);
        Objects.requireNonNull(take(0, requests)).undo();

        assertThat(take(0, requests)).isNotNull();
    }

    @Test
    void whatLiesIdleGoesBackAndIsForgotten() {
        arbiter.limitRate("key", RateMeasure.CONCURRENT_REQUESTS, 10);
        Objects.requireNonNull(take(0, underWay)).end(0);
        assertThat(lent()).isPositive();

        now += 6 * SECOND;
        tick();
        tick();

        assertThat(lent()).isZero();
        assertThat(shares.count()).isZero();
    }

    @Test
    void afterATermWithoutAnAnswerNothingPassesAndTheShareIsANewOne() {
        arbiter.limitRate("key", RateMeasure.CONCURRENT_REQUESTS, 10);
        Taken running = Objects.requireNonNull(take(0, underWay));
        UUID before = lastAsk().shareId();

        now += 60 * SECOND;
        assertThat(shares.tryTake(List.of(underWay), 0, now)).isNull();
        ask();

        assertThat(lastAsk().shareId()).isNotEqualTo(before);
        assertThat(lastAsk().returned()).isZero();
        // What is under way counts against what is granted anew.
        assertThat(lastAsk().want()).isGreaterThan(1);
        running.end(0);
    }

    @Test
    void whoMayKeepLessAdmitsNoMoreAndGivesBackWhatComesFree() {
        arbiter.limitRate("key", RateMeasure.CONCURRENT_REQUESTS, 4);
        Taken first = Objects.requireNonNull(take(0, underWay));
        Taken second = Objects.requireNonNull(take(0, underWay));
        arbiter.limitRate("key", RateMeasure.CONCURRENT_REQUESTS, 1);
        now += 2 * SECOND;
        tick();
        long lentWhileBothRun = lent();

        first.end(0);
        now += 2 * SECOND;
        tick();
        tick();

        assertThat(lentWhileBothRun).isGreaterThanOrEqualTo(2);
        assertThat(lent()).isEqualTo(1);
        assertThat(take(0, underWay)).isNull();
        second.end(0);
        assertThat(take(0, underWay)).isNotNull();
    }

    @Test
    void whereTheArbiterKnowsOfNoLimitEverythingPasses() {
        assertThat(pass(100, 0, requests)).isEqualTo(100);
    }

    private int pass(int attempts, long tokensEach, RateId... rates) {
        int passed = 0;
        for (int i = 0; i < attempts; i++) {
            passed += take(tokensEach, rates) == null ? 0 : 1;
        }
        return passed;
    }

    /** As a request does that may wait for one answer. */
    private @Nullable Taken take(long amount, RateId... rates) {
        Taken taken = shares.tryTake(List.of(rates), amount, now);
        if (taken != null) {
            return taken;
        }
        ShareAsks asks = new ShareAsks();
        shares.addLacking(List.of(rates), amount, now, asks);
        send(asks);
        return shares.tryTake(List.of(rates), amount, now);
    }

    private void ask() {
        ShareAsks asks = new ShareAsks();
        shares.addLacking(List.of(underWay), 0, now, asks);
        send(asks);
    }

    private void tick() {
        ShareAsks asks = new ShareAsks();
        shares.addDue(now, asks);
        send(asks);
    }

    private void send(ShareAsks asks) {
        if (!asks.isEmpty()) {
            GrantAnswer answer = Objects.requireNonNull(
                    arbiter.grant(new GrantRequest(UUID.randomUUID(), List.of(), asks.make(now))));
            asks.answered(answer.shares(), now, answer.termSeconds(), now);
        }
    }

    private ShareAsk lastAsk() {
        return arbiter.grants().getLast().shares().getLast();
    }

    private long lent() {
        return arbiter.lent("key");
    }
}
