package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.Patience;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.StepPolicy;
import io.leasehold.key.step.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RevocationPolicyTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(5), 5, Duration.ofMinutes(2));

    /** In the middle of the jitter, so that waits are exact. */
    private final StepPolicy policy = new StepPolicy(PATIENCE, () -> 0.5);

    @ParameterizedTest
    @CsvSource({"EXISTS,STATUS", "STATUS,DRAIN", "DRAIN,NOTIFY", "NOTIFY,REVOKE", "REVOKE,CONFIRM", "CONFIRM,DESTROY"})
    void aStepThatIsDoneIsFollowedByTheNext(RevocationStep done, RevocationStep following) {
        assertThat(policy.decide(at(done, 0), new StepOutcome.Done("done"), START))
                .isEqualTo(new Next.Advance<>(following));
    }

    @Test
    void afterTheLastStepItIsFinished() {
        assertThat(policy.decide(at(RevocationStep.DESTROY, 0), new StepOutcome.Done("done"), START))
                .isEqualTo(new Next.Finish<>());
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "2,4", "3,8"})
    void aFailedTryWaitsTwiceAsLongAsTheOneBefore(int failedBefore, long seconds) {
        assertThat(policy.decide(at(RevocationStep.REVOKE, failedBefore), new StepOutcome.Retry("away"), START))
                .isEqualTo(new Next.Wait<>(Waiting.RETRY, "away", START.plusSeconds(seconds), failedBefore + 1));
    }

    @Test
    void theProvidersOwnWaitIsKept() {
        StepOutcome limited = StepOutcome.Retry.rateLimited("slow down", Duration.ofMinutes(9));

        assertThat(policy.decide(at(RevocationStep.REVOKE, 0), limited, START))
                .isEqualTo(new Next.Wait<>(Waiting.RETRY, "slow down", START.plus(Duration.ofMinutes(9)), 1));
    }

    @Test
    void aProviderThatAsksToWaitForAMonthIsAskedAgainInAnHour() {
        StepOutcome limited = StepOutcome.Retry.rateLimited("slow down", Duration.ofDays(31));

        assertThat(policy.decide(at(RevocationStep.REVOKE, 0), limited, START))
                .isEqualTo(new Next.Wait<>(Waiting.RETRY, "slow down", START.plus(Duration.ofHours(1)), 1));
    }

    @Test
    void whatDoesNotHoldAnyMoreIsDoneAgainAtOnce() {
        StepOutcome again = new StepOutcome.Again("bound to another one");

        assertThat(policy.decide(at(RevocationStep.CONFIRM, 7), again, START))
                .isEqualTo(new Next.Advance<>(RevocationStep.REVOKE));
    }

    @Test
    void afterManyFailedTriesItIsStuckAndStillTried() {
        Next<RevocationStep> next = policy.decide(at(RevocationStep.REVOKE, 4), new StepOutcome.Retry("away"), START);

        assertThat(next).isEqualTo(new Next.Wait<>(Waiting.STUCK, "away", START.plusSeconds(16), 5));
    }

    @Test
    void noWaitIsLongerThanTheLongest() {
        Next<RevocationStep> next =
                policy.decide(at(RevocationStep.REVOKE, 1_000), new StepOutcome.Retry("away"), START);

        assertThat(next).isEqualTo(new Next.Wait<>(Waiting.STUCK, "away", START.plus(PATIENCE.longestWait()), 1_001));
    }

    @Test
    void confirmingHasUntilItsDeadline() {
        StepOutcome alive = new StepOutcome.Retry("still accepted");

        assertThat(why(policy.decide(at(RevocationStep.CONFIRM, 50), alive, START.plusSeconds(119))))
                .isEqualTo(Waiting.RETRY);
        assertThat(why(policy.decide(at(RevocationStep.CONFIRM, 50), alive, START.plusSeconds(120))))
                .isEqualTo(Waiting.STUCK);
    }

    @ParameterizedTest
    @EnumSource(RevocationStep.class)
    void whatIsRefusedIsStuckAtOnce(RevocationStep step) {
        assertThat(policy.decide(at(step, 0), new StepOutcome.Refused("no"), START))
                .isEqualTo(new Next.Wait<>(Waiting.STUCK, "no", START.plus(PATIENCE.longestWait()), 1));
    }

    @Test
    void whatAPersonMustDoWaitsForThem() {
        assertThat(why(policy.decide(at(RevocationStep.REVOKE, 0), new StepOutcome.Manual("go there"), START)))
                .isEqualTo(Waiting.MANUAL);
    }

    @ParameterizedTest
    @CsvSource({"0,750", "0.5,1000", "0.999,1249"})
    void waitsAreSpreadByAQuarter(double random, long millis) {
        StepPolicy jittered = new StepPolicy(PATIENCE, () -> random);

        assertThat(jittered.decide(at(RevocationStep.REVOKE, 0), new StepOutcome.Retry("away"), START))
                .satisfies(next -> assertThat(Duration.between(START, ((Next.Wait<RevocationStep>) next).until()))
                        .isBetween(Duration.ofMillis(millis), Duration.ofMillis(millis + 1)));
    }

    @Test
    void goingOnForgetsWhatFailedAndRemembersThatTheSecretWasAccepted() {
        StepOutcome accepted = StepOutcome.Done.accepted("accepted");

        KeyRevocation after = at(RevocationStep.STATUS, 3)
                .after(accepted, new Next.Advance<>(RevocationStep.NOTIFY), START.plusSeconds(9));

        assertThat(after.attempts()).isZero();
        assertThat(after.seenValid()).isTrue();
        assertThat(after.stepSince()).isEqualTo(START.plusSeconds(9));
        assertThat(after.after(new StepOutcome.Done("told"), new Next.Advance<>(RevocationStep.REVOKE), START)
                        .seenValid())
                .isTrue();
    }

    @Test
    void whichOfTheProvidersKeysWasEndedIsRemembered() {
        KeyRevocation ended = at(RevocationStep.REVOKE, 0)
                .after(
                        StepOutcome.Done.ended("id-1", RevocationOutcome.ALREADY_REVOKED, "ended"),
                        new Next.Advance<>(RevocationStep.CONFIRM),
                        START);

        assertThat(ended.endedId()).isEqualTo("id-1");
        assertThat(ended.outcome()).isEqualTo(RevocationOutcome.ALREADY_REVOKED);
        assertThat(ended.after(new StepOutcome.Done("dead"), new Next.Finish<>(), START)
                        .endedId())
                .isEqualTo("id-1");
    }

    @Test
    void waitingKeepsSinceWhenTheStepIsTried() {
        KeyRevocation after = at(RevocationStep.CONFIRM, 1)
                .after(
                        new StepOutcome.Retry("alive"),
                        new Next.Wait<>(Waiting.RETRY, "alive", START.plusSeconds(30), 2),
                        START.plusSeconds(20));

        assertThat(after.attempts()).isEqualTo(2);
        assertThat(after.stepSince()).isEqualTo(START);
        assertThat(after.reason()).isEqualTo("alive");
        assertThat(after.nextAttemptAt()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void whatHasItsTimeToComeHasNotFailed() {
        Instant then = START.plusSeconds(30);

        assertThat(policy.decide(at(RevocationStep.REVOKE, 4), new StepOutcome.NotYet("in use", then), START))
                .isEqualTo(new Next.Wait<>(Waiting.RETRY, "in use", then, 4));
    }

    /** That a provider has ended it is the news; what hinders the rest is told by the reason. */
    @ParameterizedTest
    @EnumSource(RevocationStep.class)
    void whatFailsAfterTheProviderHasEndedItIsPartial(RevocationStep step) {
        StepOutcome away = StepOutcome.Retry.unreachable("away");

        KeyRevocation after = at(step, 0).after(away, policy.decide(at(step, 0), away, START), START);

        assertThat(after.failure())
                .isEqualTo(
                        step.compareTo(RevocationStep.REVOKE) > 0
                                ? RevocationOutcome.PARTIAL
                                : RevocationOutcome.PROVIDER_UNREACHABLE);
    }

    private static Waiting why(Next<RevocationStep> next) {
        return ((Next.Wait<RevocationStep>) next).why();
    }

    private static KeyRevocation at(RevocationStep step, int attempts) {
        return new KeyRevocation(
                new UUID(1, 1),
                new UUID(2, 2),
                new UUID(3, 3),
                RevocationState.RUNNING,
                step,
                false,
                null,
                Duration.ofSeconds(30),
                false,
                null,
                null,
                0,
                attempts,
                null,
                null,
                START,
                START,
                START,
                null,
                1);
    }
}
