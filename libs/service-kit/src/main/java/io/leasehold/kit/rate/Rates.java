package io.leasehold.kit.rate;

import io.leasehold.contracts.event.RateLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rate limits as the API takes and tells them. */
public record Rates(
        @Schema(description = "Requests admitted within any minute", examples = "60", nullable = true)
        @Min(1)
        @Max(Rates.MOST)
        @Nullable
        Long requestsPerMinute,

        @Schema(
                description = "Input and output tokens of the requests admitted within any minute",
                examples = "100000",
                nullable = true)
        @Min(1)
        @Max(Rates.MOST)
        @Nullable
        Long tokensPerMinute,

        @Schema(description = "Requests that are under way at the same time", examples = "5", nullable = true)
        @Min(1)
        @Max(Rates.MOST)
        @Nullable
        Long concurrentRequests) {
    /** Far above any real limit, and small enough that sums of them fit. */
    static final long MOST = 1_000_000_000_000L;

    /** @param body null where nothing was said */
    public static RateLimits toLimits(@Nullable Rates body) {
        return body == null
                ? RateLimits.NONE
                : new RateLimits(body.requestsPerMinute, body.tokensPerMinute, body.concurrentRequests);
    }

    public static Rates of(RateLimits limits) {
        return new Rates(limits.requestsPerMinute(), limits.tokensPerMinute(), limits.concurrentRequests());
    }
}
