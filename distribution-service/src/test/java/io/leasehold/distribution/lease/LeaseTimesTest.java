package io.leasehold.distribution.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaseTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final LeaseTimes times = new LeaseTimes(Duration.ofHours(24), Duration.ofDays(7));

    @Test
    void whoDoesNotSayHowLongGetsTheUsualTime() {
        assertThat(times.expiry(null, NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void nobodyGetsMoreThanTheMost() {
        assertThat(times.expiry(Duration.ofDays(365), NOW)).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(times.expiry(Duration.ofSeconds(1), NOW)).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void leasesAreRenewedAtTwoThirdsAndNotAllTogether() {
        Set<Instant> renewals = IntStream.range(0, 100)
                .mapToObj(i -> LeaseTimes.renewAfter(leaseFor(Duration.ofHours(24))))
                .collect(Collectors.toSet());

        assertThat(renewals)
                .hasSizeGreaterThan(2)
                .allSatisfy(at -> assertThat(at)
                        .isBetween(NOW.plus(Duration.ofMinutes(14 * 60 + 20)), NOW.plus(Duration.ofHours(16))));
    }

    @Test
    void aLeaseIsNeverRenewedPastTheMostThatItCanLast() {
        Lease lease = leaseFor(Duration.ofHours(24));
        Instant late = NOW.plus(Duration.ofHours(20));

        assertThat(times.renewal(lease, null, late)).isEqualTo(late.plus(Duration.ofHours(24)));
        assertThat(times.renewal(lease, Duration.ofDays(365), late)).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(times.renewable(lease, late)).isTrue();
    }

    @Test
    void aLeaseThatIsLongerThanItMayBeByNowIsNotCutByRenewingIt() {
        Lease lease = leaseFor(Duration.ofDays(9));

        assertThat(times.renewal(lease, Duration.ofDays(9), NOW.plus(Duration.ofDays(8))))
                .isEqualTo(lease.expiresAt());
        assertThat(times.renewal(lease, Duration.ofMinutes(5), NOW.plus(Duration.ofDays(8))))
                .isEqualTo(NOW.plus(Duration.ofDays(8)).plusSeconds(300));
        assertThat(times.renewable(lease, NOW)).isFalse();
    }

    @Test
    void aLeaseThatCanNotBeRenewedIsWornOutWhenItsNodeShouldComeBack() {
        Lease longest = leaseFor(Duration.ofDays(7));

        assertThat(times.wornOut(longest, NOW.plus(Duration.ofDays(4)))).isFalse();
        assertThat(times.wornOut(longest, NOW.plus(Duration.ofDays(5)))).isTrue();
        assertThat(times.wornOut(leaseFor(Duration.ofHours(24)), NOW.plus(Duration.ofHours(23))))
                .isFalse();
    }

    @Test
    void whatIsLeftOfALeaseIsNothingOnceItsTimeIsOver() {
        Lease lease = leaseFor(Duration.ofHours(24));

        assertThat(LeaseTimes.left(lease, NOW.plusSeconds(60))).isEqualTo(Duration.ofSeconds(86_340));
        assertThat(LeaseTimes.left(lease, NOW.plus(Duration.ofDays(2)))).isZero();
        assertThat(LeaseTimes.granted(lease)).isEqualTo(Duration.ofHours(24));
    }

    private static Lease leaseFor(Duration ttl) {
        return new Lease(
                new UUID(0, 1),
                UUID.randomUUID(),
                new UUID(0, 2),
                "node-a",
                "anthropic",
                LeaseMode.GATEWAY,
                LeaseState.ACTIVE,
                new UUID(0, 3),
                "key",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                NOW,
                NOW.plus(ttl),
                null,
                null,
                null,
                1);
    }
}
