package io.leasehold.distribution.key;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Chooses a key for a lease: the one with the most left to spend for each lease that shares it, any of them among equals.
 * A key without limits counts as having as much left as the richest that has one.
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
     * @param models what the lease is for; empty means that any key will do
     */
    public Outcome choose(List<Candidate> pool, List<String> models) {
        return choose(pool, models, candidate -> !candidate.exhausted());
    }

    /** {@link #choose}, falling back on keys whose limit is reached. */
    public Outcome chooseThoughExhausted(List<Candidate> pool, List<String> models) {
        Outcome outcome = choose(pool, models);
        return outcome instanceof Outcome.Empty(PoolEmptyReason reason) && reason == PoolEmptyReason.EXHAUSTED
                ? choose(pool, models, candidate -> true)
                : outcome;
    }

    private Outcome choose(List<Candidate> pool, List<String> models, Predicate<Candidate> solvent) {
        if (pool.isEmpty()) {
            return new Outcome.Empty(PoolEmptyReason.NONE);
        }
        List<Candidate> active =
                pool.stream().filter(candidate -> candidate.key().leasable()).toList();
        if (active.isEmpty()) {
            return new Outcome.Empty(PoolEmptyReason.DISABLED);
        }
        List<Candidate> fitting = active.stream()
                .filter(candidate -> candidate.key().allows(models))
                .toList();
        if (fitting.isEmpty()) {
            return new Outcome.Empty(PoolEmptyReason.MODELS);
        }
        List<Candidate> able = fitting.stream().filter(solvent).toList();
        return able.isEmpty()
                ? new Outcome.Empty(PoolEmptyReason.EXHAUSTED)
                : new Outcome.Chosen(anyOf(best(able)).key());
    }

    private static List<Candidate> best(List<Candidate> candidates) {
        BigDecimal richest = candidates.stream()
                .map(candidate -> candidate.remaining() == null ? BigDecimal.ZERO : candidate.remaining())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal unlimited = richest.signum() == 0 ? BigDecimal.ONE : richest;
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
