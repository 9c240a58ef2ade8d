package io.leasehold.providers.price;

import java.util.List;

/**
 * The price of one class of tokens, in pico-USD per token.
 *
 * @param base up to the first step
 * @param steps from the lowest; once a request's total input is above a step, its price holds for the whole request
 */
public record TokenPrice(long base, List<Step> steps) {

    public TokenPrice {
        steps = List.copyOf(steps);
    }

    /** @param above the total input, caches included, that must be exceeded */
    public record Step(long above, long price) {}

    public static TokenPrice flat(long picoUsd) {
        return new TokenPrice(picoUsd, List.of());
    }

    /** @throws ArithmeticException where that is no whole number of pico-dollars */
    TokenPrice times(Factor factor) {
        return new TokenPrice(
                factor.ofPrice(base),
                steps.stream()
                        .map(step -> new Step(step.above(), factor.ofPrice(step.price())))
                        .toList());
    }

    boolean isExactTimes(Factor factor) {
        return factor.isExactFor(base) && steps.stream().allMatch(step -> factor.isExactFor(step.price()));
    }

    /** What holds in a request with so much input in all. */
    public long at(long totalInput) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (totalInput > steps.get(i).above()) {
                return steps.get(i).price();
            }
        }
        return base;
    }

    /** The dearest price that any total input up to this one can meet. */
    public long dearestUpTo(long totalInput) {
        long dearest = base;
        for (Step step : steps) {
            if (totalInput > step.above()) {
                dearest = Math.max(dearest, step.price());
            }
        }
        return dearest;
    }
}
