package io.leasehold.distribution.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyChoiceTest {
    private final KeyChoice choice = new KeyChoice(new Random(7));

    @Test
    void theKeyWithMostLeftIsChosen() {
        assertThat(chosen(candidate("poor", "1", 0), candidate("rich", "2", 0))).isEqualTo("rich");
    }

    @Test
    void whatIsLeftIsSharedByTheLeasesOfAKey() {
        assertThat(chosen(candidate("crowded", "9", 9), candidate("quiet", "2", 0)))
                .isEqualTo("quiet");
    }

    @Test
    void keysWithoutLimitsAreTakenInTurn() {
        assertThat(chosen(candidate("busy", null, 3), candidate("idle", null, 1)))
                .isEqualTo("idle");
    }

    @Test
    void aKeyWithoutLimitIsAsGoodAsTheRichest() {
        assertThat(chosen(candidate("limited", "100", 0), candidate("unlimited", null, 1)))
                .isEqualTo("limited");
        assertThat(chosen(candidate("limited", "100", 1), candidate("unlimited", null, 0)))
                .isEqualTo("unlimited");
    }

    @Test
    void amongEqualsEachIsChosenNowAndThen() {
        Map<String, Long> counts = IntStream.range(0, 900)
                .mapToObj(i -> chosen(candidate("a", "5", 1), candidate("b", "5.00", 1), candidate("c", "5", 1)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts).containsOnlyKeys("a", "b", "c");
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThan(200));
    }

    @Test
    void onlyActiveKeysOfActiveAccountsAreChosen() {
        Candidate disabled = new Candidate(key("disabled", KeyState.DISABLED, true, List.of()), null, 0);
        Candidate orphan = new Candidate(key("orphan", KeyState.ACTIVE, false, List.of()), null, 0);

        assertThat(chosen(disabled, orphan, candidate("good", null, 50))).isEqualTo("good");
        assertThat(empty(List.of(), disabled, orphan)).isEqualTo(PoolEmptyReason.DISABLED);
    }

    @Test
    void anEmptyPoolSaysThatThereIsNoKey() {
        assertThat(empty(List.of())).isEqualTo(PoolEmptyReason.NONE);
    }

    @Test
    void exhaustedKeysAreNotChosen() {
        assertThat(chosen(candidate("spent", "0", 0), candidate("over", "-1", 0), candidate("left", "0.000000001", 99)))
                .isEqualTo("left");
        assertThat(empty(List.of(), candidate("spent", "0", 0), candidate("over", "-1", 0)))
                .isEqualTo(PoolEmptyReason.EXHAUSTED);
    }

    @Test
    void aKeyMustBeAllowedForEveryModelAskedFor() {
        Candidate one = new Candidate(key("one", KeyState.ACTIVE, true, List.of("m1")), null, 0);
        Candidate both = new Candidate(key("both", KeyState.ACTIVE, true, List.of("m1", "m2")), null, 9);

        assertThat(choice.choose(List.of(one, both), List.of("m1", "m2"))).isEqualTo(new Outcome.Chosen(both.key()));
        assertThat(empty(List.of("m3"), one, both)).isEqualTo(PoolEmptyReason.MODELS);
    }

    private String chosen(Candidate... pool) {
        return ((Outcome.Chosen) choice.choose(List.of(pool), List.of())).key().name();
    }

    private PoolEmptyReason empty(List<String> models, Candidate... pool) {
        return ((Outcome.Empty) choice.choose(List.of(pool), models)).reason();
    }

    private static Candidate candidate(String name, @Nullable String remaining, long leases) {
        return new Candidate(
                key(name, KeyState.ACTIVE, true, List.of()),
                remaining == null ? null : new BigDecimal(remaining),
                leases);
    }

    private static PoolKey key(String name, KeyState state, boolean accountActive, List<String> models) {
        return new PoolKey(
                new UUID(0, 1),
                UUID.randomUUID(),
                new UUID(0, 2),
                "anthropic",
                name,
                state,
                models,
                accountActive,
                null,
                1);
    }
}
