package io.leasehold.distribution.key;

import io.leasehold.contracts.KeyChoicePolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Chooses a key for a lease: the one with the most left to spend for each lease that shares it, any of them among equals.
 * A key without limits counts as having as much left as the richest that has one. The key that a node had before is kept as
 * long as it has at least half as much left per lease as the best one. One that its provider refused a moment ago is only
 * chosen where there is no other. Where the workspace wants keys at random, what is left only matters where it is nothing.
 */
public final class KeyChoice {
    /** What came of it. */
    public sealed interface Outcome {
        record Chosen(PoolKey key) implements Outcome {}

        record Empty(PoolEmptyReason reason) implements Outcome {}
    }

    private final RandomGenerator random;

    public KeyChoice(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param pool every key of the provider, whatever its state
     */
    public Outcome choose(List<Candidate> pool, KeyWish wish, KeyChoicePolicy policy) {
        return choose(pool, wish, policy, candidate -> !candidate.exhausted());
    }

    /** {@link #choose}, falling back on keys whose limit is reached. */
    public Outcome chooseThoughExhausted(List<Candidate> pool, KeyWish wish, KeyChoicePolicy policy) {
        Outcome outcome = choose(pool, wish, policy);
        return outcome instanceof Outcome.Empty(PoolEmptyReason reason) && reason == PoolEmptyReason.EXHAUSTED
                ? choose(pool, wish, policy, candidate -> true)
                : outcome;
    }

    private Outcome choose(List<Candidate> pool, KeyWish wish, KeyChoicePolicy policy, Predicate<Candidate> solvent) {
        List<Candidate> left = pool;
        for (Step step : steps(wish, solvent)) {
            left = left.stream().filter(step.needed()).toList();
            if (left.isEmpty()) {
                return new Outcome.Empty(pool.isEmpty() ? PoolEmptyReason.NONE : step.ifNoneIs());
            }
        }
        List<Candidate> able = sound(left);
        Candidate chosen = policy == KeyChoicePolicy.RANDOM ? preferredOrAny(able, wish) : preferredOrBest(able, wish);
        return new Outcome.Chosen(chosen.key());
    }

    /** What a key must be, and what is said when none is, the more lasting obstacle first. */
    private record Step(Predicate<Candidate> needed, PoolEmptyReason ifNoneIs) {}

    private static List<Step> steps(KeyWish wish, Predicate<Candidate> solvent) {
        return List.of(
                new Step(candidate -> candidate.key().serves(wish.tags()), PoolEmptyReason.TAGS),
                new Step(candidate -> candidate.key().leasable(), PoolEmptyReason.DISABLED),
                new Step(candidate -> candidate.key().allows(wish.models()), PoolEmptyReason.MODELS),
                new Step(candidate -> !wish.direct() || candidate.key().canBeHandedOut(), PoolEmptyReason.DIRECT),
                new Step(candidate -> !wish.direct() || !candidate.directStopped(), PoolEmptyReason.DIRECT_STOPPED),
                new Step(solvent, PoolEmptyReason.EXHAUSTED));
    }

    private static List<Candidate> sound(List<Candidate> able) {
        List<Candidate> sound =
                able.stream().filter(candidate -> !candidate.inTrouble()).toList();
        return sound.isEmpty() ? able : sound;
    }

    private Candidate preferredOrAny(List<Candidate> able, KeyWish wish) {
        return able.stream()
                .filter(candidate -> candidate.key().keyId().equals(wish.preferred()))
                .findFirst()
                .orElseGet(() -> anyOf(able));
    }

    private Candidate preferredOrBest(List<Candidate> able, KeyWish wish) {
        List<Candidate> best = best(able);
        return able.stream()
                .filter(candidate -> candidate.key().keyId().equals(wish.preferred()))
                .filter(candidate -> hasHalfOf(candidate, best.getFirst(), unlimited(able)))
                .findFirst()
                .orElseGet(() -> anyOf(best));
    }

    private static boolean hasHalfOf(Candidate candidate, Candidate best, BigDecimal unlimited) {
        return left(candidate, unlimited)
                        .multiply(sharers(best))
                        .multiply(BigDecimal.TWO)
                        .compareTo(left(best, unlimited).multiply(sharers(candidate)))
                >= 0;
    }

    private static List<Candidate> best(List<Candidate> candidates) {
        BigDecimal unlimited = unlimited(candidates);
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int order = best.isEmpty() ? 0 : compare(candidate, best.getFirst(), unlimited);
            if (order > 0) {
                best.clear();
            }
            if (order >= 0) {
                best.add(candidate);
            }
        }
        return best;
    }

    private static BigDecimal unlimited(List<Candidate> candidates) {
        BigDecimal richest = candidates.stream()
                .map(candidate -> candidate.remaining() == null ? BigDecimal.ZERO : candidate.remaining())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return richest.signum() == 0 ? BigDecimal.ONE : richest;
    }

    /** Compares what is left per lease, multiplied crosswise: exact, where a division would round. */
    private static int compare(Candidate one, Candidate other, BigDecimal unlimited) {
        return left(one, unlimited)
                .multiply(sharers(other))
                .compareTo(left(other, unlimited).multiply(sharers(one)));
    }

    private static BigDecimal left(Candidate candidate, BigDecimal unlimited) {
        return candidate.remaining() == null ? unlimited : candidate.remaining();
    }

    private static BigDecimal sharers(Candidate candidate) {
        return BigDecimal.valueOf(candidate.leases() + 1);
    }

    private Candidate anyOf(List<Candidate> equals) {
        return equals.get(random.nextInt(equals.size()));
    }
}
