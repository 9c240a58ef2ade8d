package io.leasehold.providers.usage;

import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was used. The token classes are disjoint; what the provider does not tell is null, and is never to be taken for
 * nothing. Audio and images, where providers count them as tokens, are within input and output, or units of a sample of their
 * own where the provider tells those apart that are priced otherwise.
 *
 * @param input uncached input; with what was read from a cache where the provider does not tell them apart
 * @param cacheWrite5m written to a cache, for five minutes or for a time that is not told
 * @param output without reasoning where {@code reasoning} is told
 * @param units what else is counted, in units that the sample names; null where tokens are all
 */
public record UsageCounts(
        @Nullable Long requests,
        @Nullable Long input,
        @Nullable Long cacheRead,
        @Nullable Long cacheWrite5m,
        @Nullable Long cacheWrite1h,
        @Nullable Long output,
        @Nullable Long reasoning,
        @Nullable Long webSearches,
        @Nullable Long units) {

    public UsageCounts plus(UsageCounts other) {
        return combined(other, Math::addExact);
    }

    public UsageCounts minus(UsageCounts other) {
        return combined(other, Math::subtractExact);
    }

    /** Whether there is anything in it but noughts. */
    public boolean isNothing() {
        return isZero(requests)
                && isZero(input)
                && isZero(cacheRead)
                && isZero(cacheWrite5m)
                && isZero(cacheWrite1h)
                && isZero(output)
                && isZero(reasoning)
                && isZero(webSearches)
                && isZero(units);
    }

    private UsageCounts combined(UsageCounts other, LongBinaryOperator operator) {
        return new UsageCounts(
                both(requests, other.requests, operator),
                both(input, other.input, operator),
                both(cacheRead, other.cacheRead, operator),
                both(cacheWrite5m, other.cacheWrite5m, operator),
                both(cacheWrite1h, other.cacheWrite1h, operator),
                both(output, other.output, operator),
                both(reasoning, other.reasoning, operator),
                both(webSearches, other.webSearches, operator),
                both(units, other.units, operator));
    }

    private static @Nullable Long both(@Nullable Long one, @Nullable Long other, LongBinaryOperator operator) {
        return one == null && other == null
                ? null
                : (Long) operator.applyAsLong(one == null ? 0 : one, other == null ? 0 : other);
    }

    private static boolean isZero(@Nullable Long count) {
        return count == null || count == 0;
    }
}
