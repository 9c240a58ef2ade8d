package io.leasehold.distribution.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void whoWantsLessThanAFairPartHasAllThatItWants() {
        assertThat(parts(60, 0, wants(10), wants(100), wants(100))).containsExactly(10L, 25L, 25L);
    }

    @Test
    void whatNobodyWantsMayBeKeptInEqualParts() {
        Division division = new Division(60, shares(wants(10), wants(20), wants(0)), 0);

        assertThat(division.keep(A)).isEqualTo(25);
        assertThat(division.keep(B)).isEqualTo(35);
        assertThat(division.part(B)).isEqualTo(20);
    }

    @Test
    void whereThereIsTooLittleForAllTheyTakeTurns() {
        Share one = new Share(0, 0, 1, 3);

        assertThat(LongStream.range(0, 3).mapToObj(turn -> parts(2, turn, one, one, one)))
                .containsExactly(List.of(1L, 1L, 0L), List.of(0L, 1L, 1L), List.of(1L, 0L, 1L));
    }

    @Test
    void aLargeRequestIsServedInItsTurnThoughItIsAboveAFairPart() {
        Share large = new Share(0, 0, 50, 50);

        assertThat(parts(60, 0, large, wants(100), wants(100))).containsExactly(50L, 5L, 5L);
        assertThat(parts(60, 1, large, new Share(0, 0, 20, 100), wants(100))).containsExactly(13L, 33L, 14L);
    }

    @Test
    void whatIsLargerThanTheLimitIsNoNeed() {
        assertThat(parts(60, 0, new Share(0, 0, 61, 61), wants(100), wants(0))).containsExactly(30L, 30L, 0L);
    }

    private static Share wants(long want) {
        return new Share(0, 0, 0, want);
    }

    private static Map<UUID, Share> shares(Share a, Share b, Share c) {
        Map<UUID, Share> shares = new LinkedHashMap<>();
        shares.put(A, a);
        shares.put(B, b);
        shares.put(C, c);
        return shares;
    }

    private static List<Long> parts(long limit, long turn, Share a, Share b, Share c) {
        Division division = new Division(limit, shares(a, b, c), turn);
        return List.of(division.part(A), division.part(B), division.part(C));
    }
}
