package io.leasehold.distribution.node;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.kit.rate.Rates;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a node may lease; what is left out or empty forbids nothing. */
@Schema(name = "NodePolicy")
record NodePolicyBody(
        @Schema(description = "The only providers whose keys it may lease.", examples = "[\"anthropic\"]")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Size(min = 1, max = 63) String> providers,

        @Schema(
                description = "The only models that it may ask for; it must say which, then.",
                examples = "[\"claude-sonnet-4-5\"]")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Size(min = 1, max = 200) String> models,

        @Schema(description = "The only modes that it may ask for.", examples = "[\"gateway\"]")
        @Size(max = 2)
        @Nullable
        List<@NotNull LeaseMode> modes,

        @Schema(description = "The only pools: a key must have one of these tags.", examples = "[\"team:web\"]")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Size(min = 1, max = 100) String> tags,

        @Schema(description = "How many leases it may have at once.", examples = "5", nullable = true)
        @Min(0)
        @Max(10_000)
        @Nullable
        Integer maxLeases,

        @Schema(
                description = "How fast each of its leases may be used at most, through the gateway.",
                examples = "{\"requests_per_minute\":60}",
                nullable = true)
        @Valid
        @Nullable
        Rates rates) {

    NodePolicy toPolicy() {
        RateLimits limits = Rates.toLimits(rates);
        return new NodePolicy(
                orNone(providers),
                orNone(models),
                orNone(modes),
                orNone(tags),
                maxLeases,
                limits.isEmpty() ? null : limits);
    }

    static @Nullable NodePolicyBody of(@Nullable NodePolicy policy) {
        return policy == null
                ? null
                : new NodePolicyBody(
                        policy.providers(),
                        policy.models(),
                        policy.modes(),
                        policy.tags(),
                        policy.maxLeases(),
                        policy.rates() == null ? null : Rates.of(policy.rates()));
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
