package io.leasehold.distribution.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyChoicePolicy;
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
    void aKeyThatIsNearlyAtALimitByItsProvidersWordIsHandedOutNoMore() {
        PoolKey key = key("stopped", KeyState.ACTIVE, true, List.of(), List.of(), true);
        List<Candidate> pool = List.of(new Candidate(key, null, 0, false, true));

        assertThat(choice.choose(pool, new KeyWish(List.of(), List.of(), true, null), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Empty(PoolEmptyReason.DIRECT_STOPPED));
        assertThat(choice.choose(pool, new KeyWish(List.of(), List.of(), false, null), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Chosen(key));
    }

    @Test
    void onlyActiveKeysOfActiveAccountsAreChosen() {
        Candidate disabled = new Candidate(key("disabled", KeyState.DISABLED, true, List.of()), null, 0, false);
        Candidate orphan = new Candidate(key("orphan", KeyState.ACTIVE, false, List.of()), null, 0, false);

        assertThat(chosen(disabled, orphan, candidate("good", null, 50))).isEqualTo("good");
        assertThat(empty(List.of(), disabled, orphan)).isEqualTo(PoolEmptyReason.DISABLED);
    }

    @Test
    void aKeyThatItsProviderRefusedComesAfterAllOthersButIsBetterThanNone() {
        Candidate refused = new Candidate(key("refused", KeyState.ACTIVE, true, List.of()), null, 0, true);

        assertThat(chosen(refused, candidate("poor", "0.01", 99))).isEqualTo("poor");
        assertThat(chosenBefore(refused, refused, candidate("poor", "0.01", 99)))
                .isEqualTo("poor");
        assertThat(chosen(refused, candidate("spent", "0", 0))).isEqualTo("refused");
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
        Candidate one = new Candidate(key("one", KeyState.ACTIVE, true, List.of("m1")), null, 0, false);
        Candidate both = new Candidate(key("both", KeyState.ACTIVE, true, List.of("m1", "m2")), null, 9, false);

        assertThat(choice.choose(List.of(one, both), wish(List.of("m1", "m2")), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Chosen(both.key()));
        assertThat(empty(List.of("m3"), one, both)).isEqualTo(PoolEmptyReason.MODELS);
    }

    @Test
    void aKeyMustHaveTheTagsAndBeOfThePool() {
        Candidate plain = tagged("plain", false);
        Candidate web = tagged("web", false, "team:web");
        Candidate batch = tagged("batch", false, "pool:batch", "team:web");

        assertThat(choice.choose(List.of(plain, web, batch), tags("team:web"), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Chosen(web.key()));
        assertThat(choice.choose(List.of(plain, web, batch), tags("pool:batch"), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Chosen(batch.key()));
        assertThat(choice.choose(List.of(batch), tags(), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Empty(PoolEmptyReason.TAGS));
        assertThat(choice.choose(List.of(plain), tags("team:web"), KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Empty(PoolEmptyReason.TAGS));
    }

    @Test
    void onlyKeysThatMayBeHandedOutAreHandedOut() {
        KeyWish direct = new KeyWish(List.of(), List.of(), true, null);
        Candidate kept = tagged("kept", false);
        Candidate loose = tagged("loose", true);

        assertThat(choice.choose(List.of(kept, loose), direct, KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Chosen(loose.key()));
        assertThat(choice.choose(List.of(kept), direct, KeyChoicePolicy.WEIGHTED))
                .isEqualTo(new Outcome.Empty(PoolEmptyReason.DIRECT));
    }

    @Test
    void theKeyOfBeforeIsKeptUnlessItIsMuchWorseOrCanNotBeUsed() {
        Candidate before = candidate("before", "5", 0);

        assertThat(chosenBefore(before, before, candidate("richer", "10", 0))).isEqualTo("before");
        assertThat(chosenBefore(before, before, candidate("rich", "11", 0))).isEqualTo("rich");
        assertThat(chosenBefore(before, before, candidate("unlimited", null, 0)))
                .isEqualTo("before");
        assertThat(chosenBefore(before, candidate("other", "1", 7))).isEqualTo("other");
        Candidate spent = candidate("spent", "0", 0);
        assertThat(chosenBefore(spent, spent, candidate("left", "0.01", 0))).isEqualTo("left");
    }

    @Test
    void atRandomEachThatCouldServeIsChosenNowAndThenAndTheOneOfBeforeIsKept() {
        Candidate rich = candidate("rich", "100", 0);
        Candidate poor = candidate("poor", "0.01", 9);
        Candidate spent = candidate("spent", "0", 0);
        List<Candidate> pool = List.of(rich, poor, spent);

        Map<String, Long> counts = IntStream.range(0, 600)
                .mapToObj(i -> atRandom(pool, wish(List.of())))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts).containsOnlyKeys("rich", "poor");
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThan(200));

        KeyWish again = new KeyWish(List.of(), List.of(), false, poor.key().keyId());
        assertThat(IntStream.range(0, 50).mapToObj(i -> atRandom(pool, again))).containsOnly("poor");
    }

    private String atRandom(List<Candidate> pool, KeyWish wish) {
        return ((Outcome.Chosen) choice.choose(pool, wish, KeyChoicePolicy.RANDOM))
                .key()
                .name();
    }

    private String chosenBefore(Candidate before, Candidate... pool) {
        KeyWish wish = new KeyWish(List.of(), List.of(), false, before.key().keyId());
        return ((Outcome.Chosen) choice.choose(List.of(pool), wish, KeyChoicePolicy.WEIGHTED))
                .key()
                .name();
    }

    private static KeyWish tags(String... tags) {
        return new KeyWish(List.of(), List.of(tags), false, null);
    }

    private String chosen(Candidate... pool) {
        return ((Outcome.Chosen) choice.choose(List.of(pool), wish(List.of()), KeyChoicePolicy.WEIGHTED))
                .key()
                .name();
    }

    private PoolEmptyReason empty(List<String> models, Candidate... pool) {
        return ((Outcome.Empty) choice.choose(List.of(pool), wish(models), KeyChoicePolicy.WEIGHTED)).reason();
    }

    private static Candidate candidate(String name, @Nullable String remaining, long leases) {
        return new Candidate(
                key(name, KeyState.ACTIVE, true, List.of()),
                remaining == null ? null : new BigDecimal(remaining),
                leases,
                false);
    }

    private static PoolKey key(String name, KeyState state, boolean accountActive, List<String> models) {
        return key(name, state, accountActive, models, List.of(), false);
    }

    private static Candidate tagged(String name, boolean directAllowed, String... tags) {
        return new Candidate(key(name, KeyState.ACTIVE, true, List.of(), List.of(tags), directAllowed), null, 0, false);
    }

    private static KeyWish wish(List<String> models) {
        return new KeyWish(models, List.of(), false, null);
    }

    private static PoolKey key(
            String name,
            KeyState state,
            boolean accountActive,
            List<String> models,
            List<String> tags,
            boolean directAllowed) {
        return new PoolKey(
                new UUID(0, 1),
                UUID.randomUUID(),
                new UUID(0, 2),
                "anthropic",
                name,
                state,
                models,
                tags,
                directAllowed,
                1,
                null,
                accountActive,
                null,
                1);
    }
}
