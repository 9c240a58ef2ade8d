package io.leasehold.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.ingest.Judgement.Rejected;
import io.leasehold.collector.ingest.Judgement.Taken;
import io.leasehold.contracts.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Judge judge = new Judge(NOW, Duration.ofDays(7), Duration.ofMinutes(2), Duration.ofMinutes(1));
    private final DirectLease older = lease("anthropic", NOW.minus(HOUR.multipliedBy(9)), NOW.minus(HOUR));
    private final DirectLease newer = lease("anthropic", NOW.minus(HOUR), NOW.plus(HOUR));
    private final DirectLease other = lease("openai", NOW.minus(HOUR), NOW.plus(HOUR));
    private final List<DirectLease> leases = List.of(other, newer, older);

    @Test
    void aCallCountsForTheLeaseThatTheNodeHadThen() {
        assertThat(judge.judge(call(null, "anthropic", NOW.minusSeconds(5)), leases))
                .isEqualTo(new Taken(call(null, "anthropic", NOW.minusSeconds(5)), newer));
        assertThat(lease(call(null, "anthropic", NOW.minus(HOUR.multipliedBy(3)))))
                .isEqualTo(older);
        assertThat(lease(call(other.leaseId(), null, NOW.minusSeconds(5)))).isEqualTo(other);
    }

    @Test
    void aClockThatIsALittleWrongIsForgiven() {
        Instant justAfter = newer.until().plusSeconds(100);
        Judge then = new Judge(justAfter, Duration.ofDays(7), Duration.ofMinutes(2), Duration.ofMinutes(1));

        assertThat(then.judge(call(newer.leaseId(), null, justAfter.plusSeconds(10)), leases))
                .isInstanceOf(Taken.class);
        assertThat(then.judge(call(newer.leaseId(), null, justAfter.plusSeconds(30)), leases))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aLeaseThatMayNotBeKnownYetIsWaitedForAndNoOther() {
        assertThat(rejected(call(UUID.randomUUID(), null, NOW.minusSeconds(5))).retryable())
                .isTrue();
        assertThat(rejected(call(null, "mistral", NOW.minusSeconds(90))).retryable())
                .isFalse();
        assertThat(rejected(call(null, "mistral", NOW.minusSeconds(90))).reason())
                .isEqualTo("The node had no direct lease for mistral at 2026-11-30T09:58:30Z.");
    }

    @Test
    void whatCanNotBeIsRefused() {
        assertThat(rejected(call(null, "anthropic", NOW.plusSeconds(200))).reason())
                .contains("not begun yet");
        assertThat(rejected(call(null, "anthropic", NOW.minus(Duration.ofDays(8))))
                        .reason())
                .contains("more than 168 hours ago");
        assertThat(rejected(ending(NOW.minusSeconds(5), NOW.minusSeconds(6))).reason())
                .contains("ended before");
        assertThat(rejected(using(Tokens.text(-1, 5))).reason()).contains("tokens");
        assertThat(rejected(using(Tokens.text(5, 2_000_000_000_000L))).reason()).contains("tokens");
    }

    private DirectLease lease(Call call) {
        return ((Taken) judge.judge(call, leases)).lease();
    }

    private Rejected rejected(Call call) {
        return (Rejected) judge.judge(call, leases);
    }

    private static DirectLease lease(String provider, Instant from, Instant until) {
        return new DirectLease(
                UUID.randomUUID(), provider, UUID.randomUUID(), UUID.randomUUID(), null, null, from, until);
    }

    private static Call call(@Nullable UUID lease, @Nullable String provider, Instant at) {
        return call(lease, provider, at, at.plusSeconds(1), Tokens.text(10, 5));
    }

    private static Call ending(Instant from, Instant to) {
        return call(null, "anthropic", from, to, Tokens.text(10, 5));
    }

    private static Call using(Tokens tokens) {
        return call(null, "anthropic", NOW.minusSeconds(5), NOW.minusSeconds(4), tokens);
    }

    private static Call call(@Nullable UUID lease, @Nullable String provider, Instant from, Instant to, Tokens tokens) {
        return new Call(
                "call-1",
                lease,
                provider,
                "claude-opus-5",
                "claude-opus-5",
                "chat",
                false,
                from,
                to,
                200,
                null,
                tokens,
                null,
                0,
                null,
                null,
                null,
                null);
    }
}
