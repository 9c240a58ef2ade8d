package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.RateMeasure;
import org.jspecify.annotations.Nullable;

/**
 * How fast something may be used; null where that is not limited.
 *
 * @param requestsPerMinute requests admitted within any minute
 * @param tokensPerMinute tokens of all classes of the requests admitted within any minute
 * @param concurrentRequests requests under way at the same time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateLimits(
        @Nullable Long requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable Long concurrentRequests) {
    public static final RateLimits NONE = new RateLimits(null, null, null);

    /** Null where there is none. */
    public @Nullable Long of(RateMeasure measure) {
        return switch (measure) {
            case REQUESTS_PER_MINUTE -> requestsPerMinute;
            case TOKENS_PER_MINUTE -> tokensPerMinute;
            case CONCURRENT_REQUESTS -> concurrentRequests;
        };
    }

    /** The lower of each of these limits and those. */
    public RateLimits atMost(RateLimits others) {
        return new RateLimits(
                lower(requestsPerMinute, others.requestsPerMinute),
                lower(tokensPerMinute, others.tokensPerMinute),
                lower(concurrentRequests, others.concurrentRequests));
    }

    private static @Nullable Long lower(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    /** Whether nothing is limited. */
    @JsonIgnore
    public boolean isEmpty() {
        return requestsPerMinute == null && tokensPerMinute == null && concurrentRequests == null;
    }
}
